package picture

import "bytes"

// colours reads the head of a JPEG that was not taken apart: what its
// components are.
func (i *jpegImage) colours() error {
	b := bitReader{in: i.body.Reader(), buf: make([]byte, 0, 4<<10)}
	c := coder{bitReader: b}
	for {
		marker, err := c.marker()
		if err != nil {
			return err
		}
		switch {
		case marker == markSOI || marker == markTEM:
			continue
		case marker == markEOI || marker == markSOS:
			return i.usable()
		}
		body, err := c.segment()
		if err != nil {
			return err
		}
		switch {
		case marker == markAPP && bytes.HasPrefix(body, []byte("JFIF\x00")):
			i.jfif = true
		case marker == markAPP+14 && bytes.HasPrefix(body, []byte("Adobe")) && len(body) >= 12:
			i.adobe, i.rgb = true, body[11] == 0
		case marker >= markSOF && marker <= markSOF+15 && marker != markDHT && marker != markJPG && marker != markDAC:
			if i.frame, err = readFrame(marker, body); err != nil {
				return err
			}
			for n := range i.frame.parts {
				i.frame.parts[n].seen = true // or the reading will tell
			}
		}
	}
}
