package packets

import (
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// drawPicture makes an image object of a picture: a JPEG as it is, a PNG as
// pixels with its transparency beside them.
func drawPicture(in *Input, out *objects) (*drawing, error) {
	var img types.StreamDict
	var w, h int
	o := 1
	switch in.Kind {
	case kindJPEG:
		j, err := parseJPEG(in.Data)
		if err != nil {
			return nil, err
		}
		img, w, h, o = jpegImage(j), j.width, j.height, j.orientation
	case kindPNG:
		decoded, err := decodePNG(in.Data)
		if err != nil {
			return nil, err
		}
		w, h = decoded.Bounds().Dx(), decoded.Bounds().Dy()
		var mask *types.StreamDict
		if img, mask, err = pixels(decoded); err != nil {
			return nil, err
		}
		if mask != nil {
			img.Dict["SMask"] = out.add(describe(*mask, w, h, "DeviceGray"))
		}
	default:
		return nil, fmt.Errorf("%q is no picture", in.Kind)
	}
	img = describe(img, w, h, "")
	mirror, rotate := oriented(o)
	at := matrix{float64(w), 0, 0, float64(h), 0, 0}
	if mirror {
		at = matrix{-float64(w), 0, 0, float64(h), float64(w), 0}
	}
	return &drawing{
		parts:   []part{{out.add(img), at}},
		box:     [4]float64{0, 0, float64(w), float64(h)},
		rotate:  rotate,
		unit:    1,
		picture: true,
	}, nil
}

// oriented is what makes an EXIF orientation stand upright: first mirrored
// left to right, then turned clockwise.
func oriented(o int) (mirror bool, rotate int) {
	switch o {
	case 2:
		return true, 0
	case 3:
		return false, 180
	case 4:
		return true, 180
	case 5:
		return true, 270
	case 6:
		return false, 90
	case 7:
		return true, 90
	case 8:
		return false, 270
	}
	return false, 0
}

func describe(sd types.StreamDict, w, h int, space string) types.StreamDict {
	sd.Dict["Type"], sd.Dict["Subtype"] = types.Name("XObject"), types.Name("Image")
	sd.Dict["Width"], sd.Dict["Height"] = types.Integer(w), types.Integer(h)
	sd.Dict["BitsPerComponent"] = types.Integer(8)
	if space != "" {
		sd.Dict["ColorSpace"] = types.Name(space)
	}
	return sd
}

func jpegImage(j *jpegPicture) types.StreamDict {
	d := types.Dict{"Filter": types.Name("DCTDecode")}
	switch j.components {
	case 1:
		d["ColorSpace"] = types.Name("DeviceGray")
	case 3:
		d["ColorSpace"] = types.Name("DeviceRGB")
		if j.rgb && !j.adobe {
			d["DecodeParms"] = types.Dict{"ColorTransform": types.Integer(0)}
		}
	case 4:
		d["ColorSpace"] = types.Name("DeviceCMYK")
		if j.adobe {
			d["Decode"] = types.NewIntegerArray(1, 0, 1, 0, 1, 0, 1, 0)
		}
	}
	return types.StreamDict{Dict: d, Raw: j.data}
}
