package pdf

import "crypto/cipher"

// sealing is how one stream is encrypted: the initial vector that stands
// before it, and the cipher that goes on with it.
type sealing struct {
	iv   []byte
	mode cipher.BlockMode
}

func (s *sealer) sealing() *sealing {
	iv := s.iv()
	return &sealing{iv, cipher.NewCBCEncrypter(s.file, iv)}
}
