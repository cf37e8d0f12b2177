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
	letters string // folder of the firm's own, "" for none
	own     fs.FS
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
		h.own, h.letters = s.Letters, filepath.Join(root.Name(), s.Brand.Letters)
	}
	return err
}

// judge is what becomes of a run whose packets are planned, err with what. A firm's
// letter with a fault refuses it where a packet holds the letter; all faults are
// named then. Elsewhere it is pointed out, so that it is mended before a packet
// needs it. A file that takes the place of no letter always refuses: which letter
// it was meant to be, and whether this packet holds that, is not known.
func (h *house) judge(o *options, err error) error {
	used, held := errors.AsType[*packets.LetterFault](err)
	if h.own == nil || err != nil && !held {
		return err
	}
	faults := packets.CheckLetters(h.own)
	if held && len(faults) == 0 { // it was mended meanwhile
		faults = append(faults, used)
	}
	var lines []string
	refused := held
	for _, f := range faults {
		lines = append(lines, h.letters+"/"+f.Error())
		refused = refused || f.Stray
	}
	if refused {
		return hinted("docs/letters.md says what a letter may say", "%s", strings.Join(lines, "\n"))
	}
	for _, line := range lines {
		o.say("%s", line)
	}
	if len(lines) > 0 {
		o.say("hint: no packet of this run holds that letter; one that does is refused")
	}
	return nil
}

// lettersIn is the folder of a firm's own letters. It stays open until the run
// ends.
func lettersIn(root *os.Root, b *profile.Brand) (fs.FS, error) {
	folder, err := root.OpenRoot(b.Letters)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, b.Fault("letters", "%q: no such folder beside the brand file; put your letters there, or leave the key out", b.Letters)
	case err != nil:
		return nil, b.Fault("letters", "%q: cannot be read (%v); name a folder with your letters", b.Letters, cause(err))
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
