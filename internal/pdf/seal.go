package pdf

// seal is how the bytes of one string or stream were encrypted.
type seal struct{}
