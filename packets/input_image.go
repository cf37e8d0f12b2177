package packets

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
)

// maxDecodedPixels is how large a JPEG is decoded to see that it can be; a
// larger one is only taken apart.
const maxDecodedPixels = 64_000_000

func tooManyPixels(w, h int) *Problem {
	if w <= 0 || h <= 0 {
		return damaged("the picture is %d by %d pixels", w, h)
	}
	if n := int64(w) * int64(h); n > maxInputPixels {
		return &Problem{Kind: ProblemTooLarge, Detail: fmt.Sprintf("%d megapixels", n/1_000_000)}
	}
	return nil
}

func (in *Input) lookJPEG() *Problem {
	j, err := parseJPEG(in.Data)
	if err != nil {
		return damaged("%v", err)
	}
	if p := tooManyPixels(j.width, j.height); p != nil {
		return p
	}
	if j.rare {
		return &Problem{Kind: ProblemForeign, Detail: "a lossless, arithmetic or 12-bit JPEG"}
	}
	if j.width*j.height > maxDecodedPixels {
		return nil
	}
	var unsupported jpeg.UnsupportedError
	if _, err := decodeImage(jpeg.Decode, j.data); err != nil && !errors.As(err, &unsupported) {
		return damaged("the picture cannot be decoded (%v)", err)
	}
	return nil
}

func (in *Input) lookPNG() *Problem {
	cfg, err := png.DecodeConfig(bytes.NewReader(in.Data))
	if err != nil {
		return damaged("the picture has no readable head (%v)", err)
	}
	if p := tooManyPixels(cfg.Width, cfg.Height); p != nil {
		return p
	}
	if _, err := decodePNG(in.Data); err != nil {
		return damaged("the picture cannot be decoded (%v)", err)
	}
	return nil
}

func decodePNG(data []byte) (image.Image, error) {
	return decodeImage(png.Decode, data)
}
