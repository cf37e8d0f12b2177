package packets

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"io"
)

// jpegPicture is a JPEG taken apart, its pixels untouched.
type jpegPicture struct {
	data          []byte // without EXIF, GPS, comments, thumbnails and trailing bytes
	width, height int    // as stored
	components    int    // 1, 3 or 4
	orientation   int    // EXIF, 1 to 8
	adobe         bool   // written by Adobe: CMYK is inverted
	rgb           bool   // the components are R, G, B and nothing says so but their names
	rare          bool   // a process that few readers know
}

var errShortJPEG = errors.New("the picture ends too early")

// parseJPEG walks over the segments of a JPEG up to its end marker.
func parseJPEG(data []byte) (*jpegPicture, error) {
	if !bytes.HasPrefix(data, []byte{0xff, 0xd8}) {
		return nil, errors.New("no start of a picture")
	}
	j := &jpegPicture{orientation: 1, data: make([]byte, 0, len(data))}
	j.data = append(j.data, 0xff, 0xd8)
	scanned := false
	for i := 2; ; {
		at := bytes.IndexByte(data[i:], 0xff)
		if at < 0 || i+at+1 >= len(data) {
			return nil, errShortJPEG
		}
		i += at + 1
		marker := data[i]
		switch {
		case marker == 0xff: // fill byte
			continue
		case marker == 0 || marker == 0x01 || marker >= 0xd0 && marker <= 0xd8:
			i++
			continue
		case marker == 0xd9:
			if !scanned || j.components == 0 {
				return nil, errors.New("the picture has no pixels")
			}
			j.data = append(j.data, 0xff, 0xd9)
			return j, nil
		}
		i++
		if i+2 > len(data) {
			return nil, errShortJPEG
		}
		n := int(binary.BigEndian.Uint16(data[i:]))
		if n < 2 || i+n > len(data) {
			return nil, errShortJPEG
		}
		body := data[i+2 : i+n]
		if err := j.segment(marker, body); err != nil {
			return nil, err
		}
		end := i + n
		if marker == 0xda {
			scanned = true
			if end = endOfScan(data, end); end < 0 {
				return nil, errShortJPEG
			}
		}
		if keepSegment(marker, body) {
			j.data = append(append(j.data, 0xff, marker), data[i:end]...)
		}
		i = end
	}
}

// endOfScan is where the marker after the pixels beginning at i stands.
func endOfScan(data []byte, i int) int {
	for {
		at := bytes.IndexByte(data[i:], 0xff)
		if at < 0 || i+at+1 >= len(data) {
			return -1
		}
		i += at
		if m := data[i+1]; m != 0 && m != 0xff && (m < 0xd0 || m > 0xd7) {
			return i
		}
		i++
	}
}

// keepSegment drops what describes the picture or the person who took it, and
// keeps what is needed to draw it.
func keepSegment(marker byte, body []byte) bool {
	switch {
	case marker == 0xe0:
		return bytes.HasPrefix(body, []byte("JFIF\x00"))
	case marker == 0xe2:
		return bytes.HasPrefix(body, []byte("ICC_PROFILE\x00"))
	case marker == 0xee:
		return bytes.HasPrefix(body, []byte("Adobe"))
	}
	return marker != 0xfe && (marker < 0xe0 || marker > 0xef)
}

func (j *jpegPicture) segment(marker byte, body []byte) error {
	switch {
	case marker == 0xe1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
		if o := orientation(body[6:]); o != 0 {
			j.orientation = o
		}
	case marker == 0xee && bytes.HasPrefix(body, []byte("Adobe")):
		j.adobe = true
	case marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc:
		if len(body) < 6 || len(body) < 6+3*int(body[5]) {
			return errShortJPEG
		}
		j.height = int(binary.BigEndian.Uint16(body[1:]))
		j.width = int(binary.BigEndian.Uint16(body[3:]))
		j.components = int(body[5])
		j.rare = marker > 0xc2 || body[0] != 8
		switch j.components {
		case 1, 4:
		case 3:
			j.rgb = body[6] == 'R' && body[9] == 'G' && body[12] == 'B'
		default:
			return fmt.Errorf("the picture has %d colours", j.components)
		}
	}
	return nil
}

// orientation reads the tag of that name from a TIFF header, as EXIF holds
// it; 0 when there is none.
func orientation(tiff []byte) int {
	if len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.LittleEndian
	if tiff[0] == 'M' {
		order = binary.BigEndian
	}
	at := uint64(order.Uint32(tiff[4:]))
	if at+2 > uint64(len(tiff)) {
		return 0
	}
	entries := tiff[at+2:]
	for n := order.Uint16(tiff[at:]); n > 0 && len(entries) >= 12; n-- {
		if order.Uint16(entries) == 0x0112 {
			if o := order.Uint16(entries[8:]); o >= 1 && o <= 8 {
				return int(o)
			}
			return 0
		}
		entries = entries[12:]
	}
	return 0
}

// decodeImage turns a panic of a decoder into an error.
func decodeImage(decode func(io.Reader) (image.Image, error), data []byte) (img image.Image, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return decode(bytes.NewReader(data))
}
