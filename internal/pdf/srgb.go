package pdf

import (
	"encoding/binary"
	"math"
	"unicode/utf16"
)

// SRGB is the output intent of colours that are given as sRGB (IEC 61966-2-1).
// Its profile is computed from the figures of that standard.
func SRGB() Intent {
	return Intent{Profile: profileSRGB(), Colours: 3, Condition: "sRGB IEC61966-2.1"}
}

// Chromaticities of the primaries and of the white of sRGB (D65), as x and y.
var primaries = [3][2]float64{{0.64, 0.33}, {0.30, 0.60}, {0.15, 0.06}}

var white65 = [2]float64{0.3127, 0.3290}

// white50 is the white of the space that ICC profiles connect through.
var white50 = [3]float64{0.9642, 1, 0.8249}

// bradford turns XYZ into the response of cones, in which whites are adapted.
var bradford = matrix3{{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}

// profileSRGB is an ICC profile of version 4.2 that has three primaries and a
// curve: a display's.
func profileSRGB() []byte {
	toD50 := adaptation(xyz(white65), white50)
	colorants := toD50.times(fromRGB())
	column := func(i int) []byte {
		return s15fixed16([]byte("XYZ \x00\x00\x00\x00"), colorants[0][i], colorants[1][i], colorants[2][i])
	}
	// Y = ((X + 0.055) / 1.055)^2.4 from 0.04045 on, X / 12.92 below.
	curve := s15fixed16([]byte("para\x00\x00\x00\x00\x00\x03\x00\x00"), 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	tags := []struct {
		sign string
		data []byte
	}{
		{"desc", localized("sRGB")},
		{"cprt", localized("No copyright, use freely")},
		{"wtpt", s15fixed16([]byte("XYZ \x00\x00\x00\x00"), white50[:]...)},
		{"chad", s15fixed16([]byte("sf32\x00\x00\x00\x00"), append(append(toD50[0][:], toD50[1][:]...), toD50[2][:]...)...)},
		{"rXYZ", column(0)}, {"gXYZ", column(1)}, {"bXYZ", column(2)},
		{"rTRC", curve}, {"gTRC", nil}, {"bTRC", nil}, // nil: the same as the one before
	}
	be := binary.BigEndian
	table := be.AppendUint32(nil, uint32(len(tags)))
	var data []byte
	at := 0
	for _, t := range tags {
		if t.data != nil {
			at = 128 + 4 + 12*len(tags) + len(data)
			data = append(data, t.data...)
		}
		size := 128 + 4 + 12*len(tags) + len(data) - at
		for len(data)%4 != 0 {
			data = append(data, 0)
		}
		table = be.AppendUint32(be.AppendUint32(append(table, t.sign...), uint32(at)), uint32(size))
	}
	head := be.AppendUint32(nil, uint32(128+len(table)+len(data)))
	head = append(head, "\x00\x00\x00\x00\x04\x20\x00\x00mntrRGB XYZ "...)
	for _, n := range []uint16{2026, 1, 1, 0, 0, 0} {
		head = be.AppendUint16(head, n)
	}
	head = append(head, "acsp"...)
	head = append(head, make([]byte, 28)...) // no platform, no flags, no device, perceptual
	head = s15fixed16(head, white50[:]...)
	head = append(head, make([]byte, 128-len(head))...)
	return append(append(head, table...), data...)
}

// fromRGB turns linear sRGB into XYZ: the primaries, each as strong as it must
// be for all of them to make white.
func fromRGB() (m matrix3) {
	for i, p := range primaries {
		for row, v := range xyz(p) {
			m[row][i] = v
		}
	}
	strength := m.inverse().apply(xyz(white65))
	for row := range m {
		for i := range m[row] {
			m[row][i] *= strength[i]
		}
	}
	return m
}

// adaptation turns colours seen in one white into those seen in another.
func adaptation(from, to [3]float64) matrix3 {
	a, b := bradford.apply(from), bradford.apply(to)
	scale := matrix3{{b[0] / a[0], 0, 0}, {0, b[1] / a[1], 0}, {0, 0, b[2] / a[2]}}
	return bradford.inverse().times(scale.times(bradford))
}

// xyz is a colour of luminance 1 by its chromaticity.
func xyz(c [2]float64) [3]float64 { return [3]float64{c[0] / c[1], 1, (1 - c[0] - c[1]) / c[1]} }

// matrix3 holds rows.
type matrix3 [3][3]float64

func (m matrix3) apply(v [3]float64) (out [3]float64) {
	for i, row := range m {
		out[i] = row[0]*v[0] + row[1]*v[1] + row[2]*v[2]
	}
	return out
}

func (m matrix3) times(n matrix3) (out matrix3) {
	for i := range out {
		for j := range out {
			out[i][j] = m[i][0]*n[0][j] + m[i][1]*n[1][j] + m[i][2]*n[2][j]
		}
	}
	return out
}

func (m matrix3) inverse() (out matrix3) {
	minor := func(i, j int) float64 {
		a, b, c, d := (i+1)%3, (i+2)%3, (j+1)%3, (j+2)%3
		return m[a][c]*m[b][d] - m[a][d]*m[b][c]
	}
	det := m[0][0]*minor(0, 0) + m[0][1]*minor(0, 1) + m[0][2]*minor(0, 2)
	for i := range out {
		for j := range out {
			out[i][j] = minor(j, i) / det
		}
	}
	return out
}

// s15fixed16 appends numbers as ICC profiles have them.
func s15fixed16(b []byte, numbers ...float64) []byte {
	for _, v := range numbers {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

// localized is a text of a profile, in English.
func localized(s string) []byte {
	units := utf16.Encode([]rune(s))
	b := []byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0CenUS")
	b = binary.BigEndian.AppendUint32(b, uint32(2*len(units)))
	b = binary.BigEndian.AppendUint32(b, 28)
	for _, u := range units {
		b = binary.BigEndian.AppendUint16(b, u)
	}
	return b
}
