package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/jpeg"
)

// The application segments that stand between a JPEG's start and its tables.
var (
	// jfif says 150 dots an inch, no thumbnail.
	jfif = []byte{0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 1, 0, 150, 0, 150, 0, 0}
	// exifTurnRight is an Exif block with one entry: orientation 6, to be
	// shown a quarter turned to the right.
	exifTurnRight = segment(0xe1, []byte("Exif\x00\x00"+
		"MM\x00*\x00\x00\x00\x08"+ // big endian, first directory at 8
		"\x00\x01"+ // one entry
		"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"+
		"\x00\x00\x00\x00")) // no further directory
)

func segment(marker byte, body []byte) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(body)+2)), body...)
}

// encodeJPEG compresses an image and puts a segment after the start marker.
func encodeJPEG(img image.Image, quality int, app []byte) ([]byte, error) {
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, img, &jpeg.Options{Quality: quality}); err != nil {
		return nil, err
	}
	plain := buf.Bytes()
	out := append([]byte(nil), plain[:2]...)
	out = append(out, app...)
	return append(out, plain[2:]...), nil
}
