package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"mappe/packets"
)

// channel is how packets leave the house: as one file each, in parts of a
// limited size, or as a file for each item.
type channel struct {
	out      string // of -o
	separate string // folder; "" for no separate files
	max      string
	limit    int64 // bytes, 0 for none
}

func (c *channel) flags(cmd *cobra.Command) {
	cmd.Flags().StringVarP(&c.out, "output", "o", "", "`path`: a folder, or a file ending in .pdf for one application (default: the current folder)")
	cmd.Flags().StringVar(&c.separate, "separate", "", "write a PDF for each item, and an index that names them, into this `folder`")
	cmd.Flags().StringVar(&c.max, "max-size", "", "divide between documents into files of at most this `size`, such as 10MB or 10MiB")
}

// settle refuses what can't be meant, and sets what was not said.
func (c *channel) settle(cmd *cobra.Command) (err error) {
	given := cmd.Flags().Changed
	switch {
	case given("separate") && given("output"):
		return usage("-o and --separate both say where: --separate writes one file for each item, -o one for each packet; give one of them")
	case given("supplement") && (given("separate") || given("max-size")):
		return usage("--supplement goes with neither --separate nor --max-size: the one index of a supplement says what each page adds or replaces; give it alone, with -o")
	case c.out == "-":
		return usage("-o -: a packet does not go to standard output: it takes its name only when it is whole and proved; give a folder, or a file ending in .pdf")
	case c.out == "":
		c.out = "."
	}
	if given("max-size") {
		c.limit, err = bytesOf(c.max)
	}
	return err
}

// folder is where the files go.
func (c *channel) folder() string {
	if c.separate != "" {
		return c.separate
	}
	return packetFolder(c.out)
}

// bytesOf reads a size.
func bytesOf(s string) (int64, error) {
	digits := strings.TrimRight(s, "kMGiB")
	scale, known := map[string]int64{
		"kB": 1e3, "MB": 1e6, "GB": 1e9, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30,
	}[s[len(digits):]]
	n, err := strconv.ParseFloat(digits, 64)
	plain := digits != "" && strings.Trim(digits, "0123456789.") == "" && digits[0] != '.' && digits[len(digits)-1] != '.'
	size := n * float64(scale)
	switch {
	case !known || err != nil || !plain:
		return 0, usage("--max-size %q is no size; write for example 10MB (10,000,000 bytes), 2.5MB or 10MiB (10,485,760 bytes)", s)
	case size < 1 || size >= 1<<53:
		return 0, usage("--max-size %q: give a size of 1 byte to 9 million GB", s)
	}
	return int64(size), nil
}

// inMB is a number of bytes for a person: rounded up, so that it is never less
// than what must be allowed.
func inMB(n int64) string {
	hundredths := (n + 9_999) / 10_000
	return fmt.Sprintf("%d.%02d MB", hundredths/100, hundredths%100)
}

// divided are the files of each packet. Documents that are too large are named
// all at once.
func (c *channel) divided(plans []*packets.Packet) (all [][]*packets.Packet, err error) {
	var large []string
	for _, k := range plans {
		files := []*packets.Packet{k}
		switch {
		case c.separate != "":
			if files, err = k.Separate(); err == nil && c.limit > 0 {
				err = packets.Within(files, c.limit)
			}
		case c.limit > 0:
			files, err = k.Split(c.limit)
		}
		if e, ok := errors.AsType[*packets.TooLarge](err); ok {
			large = append(large, c.tooLarge(k, e)...)
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", k.Name, err)
		}
		all = append(all, files)
	}
	if large != nil {
		return nil, hinted("scan what is named in grey or with fewer dots per inch, or give a larger --max-size", "%s\nnothing is written", strings.Join(large, "\n"))
	}
	return all, nil
}

// tooLarge is a line for each file that can't be divided.
func (c *channel) tooLarge(k *packets.Packet, large *packets.TooLarge) (lines []string) {
	for _, f := range large.Files {
		what := f.Item
		if f.Number != "" {
			what = f.Number + " " + what
		}
		if what == "" {
			what = f.Title
		}
		lines = append(lines, fmt.Sprintf("%s: %s alone makes a file of %s, more than --max-size %s", k.Name, what, inMB(f.Size), c.max))
	}
	return lines
}

// paths are where the files of the packets go, in the order of the packets.
func (c *channel) paths(plans []*packets.Packet, files [][]*packets.Packet) ([]string, error) {
	var paths []string
	for i, k := range plans {
		dir := c.folder()
		switch one := packetFolder(c.out) != c.out; {
		case c.separate == "" && one && len(plans) > 1:
			return nil, usage("-o %s: the case makes %d packets; give a folder", c.out, len(plans))
		case c.separate == "" && one && len(files[i]) > 1:
			return nil, usage("-o %s: the packet makes %d parts; give a folder", c.out, len(files[i]))
		case c.separate == "" && one:
			return []string{c.out}, nil
		case c.separate != "" && len(plans) > 1: // what goes to one authority stays together
			dir = filepath.Join(dir, strings.TrimSuffix(k.Name, ".pdf"))
		}
		for _, f := range files[i] {
			paths = append(paths, filepath.Join(dir, f.File))
		}
	}
	return paths, nil
}

// written prints the paths of what was written, and says what is not to be
// handed in: locks, and files of an earlier run that this one would not make.
func (c *channel) written(w *work, o *options, plans []*packets.Packet, files []output) {
	now, locked := map[string]bool{}, map[string]string{} // a packet by the path of its lock
	locks, plain := false, ""                             // of a lock that lies beside an encrypted packet
	if plans[0].Password != "" {
		plain = "-plain"
	}
	say := func(about, id string, vars ...any) { o.say("%s: %s", about, w.voice.Must(id, vars...)) }
	for _, k := range plans {
		for _, x := range k.Originals {
			if plain != "" && !x.Shut {
				say(x.Name, "told.original-plain")
			}
		}
	}
	for _, f := range files {
		now[f.path], locked[lockPath(f.path)] = true, f.path
		lock := strings.HasSuffix(f.path, lockEnding)
		locks = locks || lock
		switch {
		case !lock:
			fmt.Fprintln(o.stdout, f.path)
		case c.separate == "":
			say(f.path, "told.lock"+plain)
		}
	}
	for _, dir := range foldersOf(files) {
		if locks && c.separate != "" {
			say(dir, "told.locks"+plain, "Names", "*"+lockEnding)
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			continue
		}
		for _, e := range entries {
			path := filepath.Join(dir, e.Name())
			switch {
			case now[path]:
			case locked[path] != "":
				w.sayOther(o, path, locked[path])
			case c.ours(plans, e.Name()):
				say(path, "told.earlier")
			}
		}
	}
}

// sayOther says of a lock beside a packet that it is that of another, which may
// have been filed.
func (w *work) sayOther(o *options, path, packet string) {
	says := w.voice.Must("told.lock-unread", "Lock", path, "File", packet)
	if lock, err := readLock(path); err == nil {
		says = w.voice.Must("told.lock-other", "Lock", path, "File", packet, "On", lock.On)
	}
	o.hint("%s", says)
}

// ours tells whether a file has a name that this channel gives, or is the same
// packet whole, or in parts.
func (c *channel) ours(plans []*packets.Packet, name string) bool {
	if packet, lock := strings.CutSuffix(name, lockEnding); lock {
		name = packet + ".pdf"
	}
	if c.separate != "" {
		return packets.IsSeparate(name)
	}
	return slices.ContainsFunc(plans, func(k *packets.Packet) bool { return k.IsPart(name) || c.limit > 0 && name == k.Name })
}
