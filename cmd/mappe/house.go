package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"mappe/packets"
	"mappe/profile"
)

// house is who makes what is printed and who takes it: the firm whose letters
// they are, and the mission where a packet is handed in.
type house struct {
	brand   string // file
	mission missionFile
}

func (h *house) flags(c *cobra.Command) {
	c.Flags().StringVar(&h.brand, "brand", "", "the firm that signs: name, address, reference, colour and logo, as a `file` says it")
	h.mission.flag(c)
}

// read reads what the flags name.
func (h *house) read(o *options, s *packets.Style) error {
	if h.brand != "" {
		if err := h.readBrand(o, s); err != nil {
			return err
		}
	}
	return h.mission.read(o)
}

// readBrand reads the brand and what it names, which lies in its folder.
func (h *house) readBrand(o *options, s *packets.Style) error {
	src, err := o.readAside("--brand", h.brand, "examples/brand has one; docs/brand.md says how one is written")
	if err != nil {
		return err
	}
	if s.Brand, err = profile.DecodeBrand(h.brand, src); err != nil {
		return err
	}
	root, err := os.OpenRoot(filepath.Dir(h.brand))
	if err != nil {
		return err
	}
	defer root.Close()
	if s.Brand.Logo != "" {
		if s.Logo, err = readLogo(root, s.Brand); err != nil {
			return err
		}
		o.keep = append(o.keep, filepath.Join(root.Name(), s.Brand.Logo))
	}
	if s.Brand.Letters != "" {
		s.Letters, err = lettersIn(root, s.Brand)
	}
	return err
}

// lettersIn is the folder of a firm's own letters, which are right as far as can
// be told without a case. It stays open until the run ends.
func lettersIn(root *os.Root, b *profile.Brand) (fs.FS, error) {
	folder, err := root.OpenRoot(b.Letters)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, b.Fault("letters", "%q: no such folder beside the brand file; put your letters there, or leave the key out", b.Letters)
	case err != nil:
		return nil, b.Fault("letters", "%q: cannot be read (%v); name a folder with your letters", b.Letters, cause(err))
	}
	if err := packets.CheckLetters(folder.FS()); err != nil {
		var lines []string
		for line := range strings.Lines(err.Error()) {
			lines = append(lines, filepath.Join(root.Name(), b.Letters)+"/"+line)
		}
		return nil, hinted("docs/letters.md says what a letter may say", "%s", strings.Join(lines, ""))
	}
	return folder.FS(), nil
}

// readLogo reads the picture that a brand names.
func readLogo(root *os.Root, b *profile.Brand) (*packets.Logo, error) {
	f, err := root.Open(b.Logo)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, b.Fault("logo", "%q: no such file beside the brand file; put the picture there, or leave the key out", b.Logo)
	}
	if err != nil {
		return nil, b.Fault("logo", "%q: cannot be read (%v); name a PNG or JPEG file that you may read", b.Logo, cause(err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil, b.Fault("logo", "%q: is no file; name a PNG or JPEG file", b.Logo)
	}
	data, err := io.ReadAll(io.LimitReader(f, packets.MostLogo+1))
	if err != nil {
		return nil, b.Fault("logo", "%q: cannot be read (%v); name a PNG or JPEG file that you may read", b.Logo, cause(err))
	}
	logo, err := packets.NewLogo(data)
	if err != nil {
		return nil, b.Fault("logo", "%q: %v", b.Logo, err)
	}
	return logo, nil
}
