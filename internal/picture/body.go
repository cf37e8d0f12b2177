package picture

import (
	"io"

	"mappe/internal/pdf"
)

// bodyReader reads the data of a stream that is not encrypted.
type bodyReader struct {
	body pdf.Body
	at   int64 // in the first piece
}

func (r *bodyReader) Read(p []byte) (int, error) {
	for len(r.body) > 0 {
		piece := r.body[0]
		size := piece.Size
		if piece.From == nil {
			size = int64(len(piece.Data))
		}
		if r.at == size {
			r.body, r.at = r.body[1:], 0
			continue
		}
		p = p[:min(int64(len(p)), size-r.at)]
		if piece.From == nil {
			n := copy(p, piece.Data[r.at:])
			r.at += int64(n)
			return n, nil
		}
		n, err := piece.From.ReadAt(p, piece.At+r.at)
		r.at += int64(n)
		if n > 0 || err == nil {
			return n, nil
		}
		return 0, noEOF(err)
	}
	return 0, io.EOF
}

// noEOF is the error of a read that must not end yet.
func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
