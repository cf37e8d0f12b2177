package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"mappe/internal/page"
	"mappe/internal/proof"
	"mappe/law"
	"mappe/locales"
	"mappe/packets"
)

// verification is what is to be verified, and how.
type verification struct {
	path, lock, inputs, label string
	official                  []string // FORM=FILE
	second                    bool
	password                  string
}

func newVerify(o *options) *cobra.Command {
	var x verification
	var secret passwordFile
	c := &cobra.Command{
		Use:   "verify PACKET.pdf",
		Short: "proves a packet: pages, index, bookmarks, stamps, links, files",
		Long: `Reads a packet again and compares it with its lock, which says of every page what
it is, whose, of which file, with which stamp, and a digest of what it shows. The
lock is inside the applicant's copy; that of the authority's copy lies beside it
and is called like it, with .lock.json in place of .pdf.

Then it says what became of your files since: the same, changed, gone. Files that
changed are no fault of the packet. The exit code is 0 when the packet is what was
made, else 1, and each difference is named with its page.

--page says what a page is, which page of which file, and which sentence asks for
it.`,
		Example: `  mappe verify out/kovalenko-family-maria-mf4.pdf --inputs examples/mf4-family
  mappe verify mf4.pdf --page 14`,
		Args: wants(1, "PACKET.pdf"),
		RunE: func(c *cobra.Command, args []string) (err error) {
			x.path = args[0]
			if x.password, err = secret.read(o, c); err != nil {
				return err
			}
			return o.runVerify(x)
		},
	}
	c.Flags().StringVar(&x.lock, "lock", "", "`file` with the lock (default: inside the packet, else beside it)")
	c.Flags().StringVar(&x.inputs, "inputs", "", "`folder` of the profile, where its files are looked for (default: the packet's folder)")
	c.Flags().StringArrayVar(&x.official, "official", nil, "`FORM=FILE`: where the official form is that was put into the packet")
	c.Flags().StringVar(&x.label, "page", "", "say what the page with this `number` is, as printed on it: 17, ii, 14a")
	c.Flags().BoolVar(&x.second, "second", false, "ask the second reader (pdfcpu), too")
	secret.flag(c, "of the packet")
	c.Flags().BoolVar(&o.json, "json", false, "print what was found as JSON")
	return c
}

func (o *options) runVerify(x verification) (err error) {
	defer locales.Rescue(&err)
	r, lock, err := x.look()
	if err != nil {
		return err
	}
	if lock != nil && x.label != "" {
		if r.Page = lock.Page(x.label); r.Page == nil {
			return usage("--page %s: the packet has the pages %s", x.label, lock.Labels())
		}
	}
	if o.json {
		err = printJSON(o.stdout, r)
	} else {
		err = o.printReport(r, lock)
	}
	if err == nil && !r.Proven {
		failed := &exit{code: exitFailed}
		if r.Problem == proof.ErrPassword.Error() {
			failed.hint = "name the file with the packet's password by --password-file"
		}
		err = failed
	}
	return err
}

// printReport prints a report in the language of --lang, else the packet's where
// verify has words in it.
func (o *options) printReport(r *packets.Report, lock *packets.Lock) error {
	book, err := law.Ours()
	if err != nil {
		return err
	}
	if o.lang == "" && lock != nil && slices.Contains(locales.Authoritative(), lock.Lang) {
		o.lang = lock.Lang
	}
	voice, err := o.voice(nil, book)
	if err != nil {
		return err
	}
	return page.Text(o.stdout, voice.Report(r), 0)
}

// look proves the packet. The error is one of the call: a file that is not
// there; what is wrong with the packet is in the report.
func (x verification) look() (*packets.Report, *packets.Lock, error) {
	f, size, err := openPacket(x.path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	r := &packets.Report{Mappe: 1, File: x.path, Faults: []packets.Fault{}, Inputs: []packets.InputState{}}
	p, err := proof.Open(f, size, x.password)
	if err != nil {
		r.Problem = err.Error()
		return r, nil, nil
	}
	lock, err := x.findLock(p, r)
	if err != nil || lock == nil {
		return r, nil, err
	}
	r.Packet = lock.Said()
	faults, err := lock.Prove(p, true)
	if err != nil {
		r.Packet, r.Problem = nil, err.Error()
		return r, nil, nil
	}
	r.Faults = append(r.Faults, faults...)
	if x.second {
		r.Second = x.ask(lock)
	}
	r.Proven = len(faults) == 0 && (r.Second == nil || len(r.Second.Faults) == 0)
	return r, lock, x.compareInputs(lock, r)
}

// openPacket opens the file of a packet.
func openPacket(path string) (*os.File, int64, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, hinted("give the PDF that mappe packet wrote", "%s: no such file", path)
	case err == nil && info.IsDir():
		return nil, 0, hinted("give the PDF itself", "%s: is a folder", path)
	case err == nil && !info.Mode().IsRegular():
		return nil, 0, fmt.Errorf("%s: is not a regular file", path)
	}
	var f *os.File
	if err == nil {
		f, err = os.Open(path)
	}
	if err != nil {
		return nil, 0, hinted("check the path and its permissions", "%s: cannot be read: %w", path, cause(err))
	}
	return f, info.Size(), nil
}

// findLock is the lock of --lock, else the one in the packet, else the one
// beside it; nil for none.
func (x verification) findLock(p *proof.File, r *packets.Report) (*packets.Lock, error) {
	path := x.lock
	if path == "" {
		lock, err := packets.LockOf(p)
		if err != nil {
			r.Problem = err.Error()
			return nil, nil
		}
		if lock != nil {
			r.Lock = packets.LockInside
			return lock, nil
		}
		path = lockPath(x.path)
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			r.Problem = packets.NoLock
			return nil, nil
		}
	}
	lock, err := readLock(path)
	if err == nil {
		r.Lock = filepath.ToSlash(path)
	}
	return lock, err
}

// readLock reads a file that holds a lock.
func readLock(path string) (*packets.Lock, error) {
	data, err := readAtMost(path, packets.MaxLock)
	if err != nil {
		return nil, err
	}
	lock, err := packets.ReadLock(data)
	if err != nil {
		return nil, hinted("give the file that mappe packet wrote beside the packet", "%s: %w", path, err)
	}
	return lock, nil
}
