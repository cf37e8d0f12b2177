package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"mappe/locales"
	"mappe/packets"
)

func newPacket(o *options) *cobra.Command {
	var how channel
	var house house
	var copy, old string
	var large, full, dry, web, duplex bool
	var secret passwordFile
	var own ownForms
	c := &cobra.Command{
		Use:   "packet PROFILE",
		Short: "the PDF packet, one for each application",
		Long: `Makes one PDF for each application: contents with page numbers and links, data
sheet, and for every item of the checklist a separator and your own files, each
page stamped with applicant, form, item and number.

The applicant's copy (the default) is a working copy: pages for you alone come
first (days, fee, steps, checklist, notes), and whatever is missing or can't be
read has a page in its place; the exit code is then 5. Of a CPR number its data
sheet has the day of birth alone, unless --full is given. The authority's copy has
the body alone and refuses to be made while anything is missing.

Whether scans are legible and upright isn't looked at: mappe check --scans does.

The separator before the files of an item carries a QR code with the name of the
packet, the number of the item and the packet's digest.

--duplex is for printing on both sides: contents, data sheet and every item start
on a right-hand page, and the page left blank before them counts as one.

Where one file won't do, a packet goes out in several. Their pages keep the
numbers of the whole packet, and all of them are written or none.
--separate writes a file for each item, such as
02-01_passport-copy_Maria-Kovalenko.pdf, and an index that names them. Separators
and blank pages are left out: who opens a document wants the document, and every
stamp says which item it is. The applicant's copy has its front pages in a file
00_only-for-you. Several packets get a folder each.
--max-size divides a packet between items into as few files as can be, each with
an index of its own. MB are 1,000,000 bytes, MiB 1,048,576; a file is measured as
it is written. If a document alone is larger, it is named and nothing is written.
No authority's limit is known to mappe: give the one that you were told.

--supplement makes a supplement to a packet that was filed: what is new since,
and nothing else. Its pages go on after the last one of the packet; a document
that was changed gets letters behind the page that it replaces, 14a, 14b, so that
a page that was referred to stays what it was. Of a packet with supplements give
the last one.

--brand names the firm that makes the packet, with its colour and its logo, and
--mission what the mission asks for where it is handed in: see docs/brand.md and
docs/missions.md.

--official puts your own copy of a form in its place, as it looks on paper: blank,
or filled in for each person as --mapping says. Where it has no fields, the
person's data sheet faces it. One that opens with a password only has it in a
file, which --official-password-file FORM=FILE names. mappe help form says more.

--password-file encrypts the packet by AES-256: whoever opens it is asked for the
password. It is in the first line of a file, and never an argument, which other
users of the computer could see. Nobody can open the packet without it: tell it to
the reader by another way than the packet takes. The lock beside the authority's
copy stays as it is.`,
		Example: `  mappe packet examples/mf4-family/case.yaml -o out
  mappe packet case.yaml --copy authority -o mf4.pdf
  mappe packet case.yaml --copy authority --separate upload
  mappe packet case.yaml --copy authority --max-size 10MB -o out
  mappe packet case.yaml --official MF4=mf4.pdf --mapping mf4.yaml
  mappe packet case.yaml --supplement mf4.pdf
  mappe packet case.yaml --dry-run`,
		Args: wants(1, "PROFILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := how.settle(cmd); err != nil {
				return err
			}
			password, err := secret.read(o, cmd)
			if err != nil {
				return err
			}
			s := packets.Style{Copy: packets.Copy(copy), Large: large, Full: full, Duplex: duplex, WebLinks: web, Password: password, Random: rand.Reader}
			if err := house.read(o, &s); err != nil {
				return err
			}
			return runPacket(o, args[0], &how, &own, &house, old, s, dry)
		},
	}
	how.flags(c)
	house.flags(c)
	c.Flags().StringVar(&copy, "copy", string(packets.ForApplicant), "for `whom`: applicant or authority")
	c.Flags().BoolVar(&large, "large", false, "set the pages that mappe makes in large print")
	c.Flags().BoolVar(&duplex, "duplex", false, "for printing on both sides: every item starts on a right-hand page")
	c.Flags().BoolVar(&full, "full", false, "CPR numbers in full in the applicant's copy too")
	c.Flags().StringVar(&old, "supplement", "", "what is new since the packet `OLD.pdf` was filed, or the last supplement to it")
	own.flags(c)
	secret.flag(c, "that opens the packet")
	c.Flags().BoolVar(&dry, "dry-run", false, "show the plan and write nothing")
	c.Flags().BoolVar(&web, "web-links", false, "keep the links to web addresses that your files have")
	return c
}

func runPacket(o *options, path string, how *channel, own *ownForms, by *house, old string, s packets.Style, dry bool) (err error) {
	defer locales.Rescue(&err)
	if s.Copy != packets.ForApplicant && s.Copy != packets.ForAuthority {
		return usage("--copy %q is neither applicant nor authority", s.Copy)
	}
	if !dry {
		o.sweep(how.folder())
	}
	w, err := o.load(path)
	if err != nil {
		return err
	}
	w.sayUndecided(o)
	w.sayUnused(o)
	w.sayStops(o)
	w.sayMission(o)
	if len(w.list.Applications) == 0 {
		return w.noPacket()
	}
	root, err := os.OpenRoot(w.folder())
	if err != nil {
		return err
	}
	defer root.Close()
	defer own.close()
	if err := own.open(o, w); err != nil {
		return err
	}
	plans, err := w.plan(o, root, s, old)
	if err = by.judge(o, err); err != nil {
		return err
	}
	holes := 0
	for _, k := range plans {
		for _, r := range k.Remarks {
			o.say("%s: %s", k.Name, w.voice.Remark(r))
		}
		for _, f := range k.Account.Files {
			for _, x := range f.Left {
				if x.Why == packets.LeftUnselected {
					o.say("%s: %s", k.Name, w.voice.LeftOut(w.list, f, x))
				}
			}
		}
		for _, s := range k.Sign {
			o.say("%s: %s", k.Name, w.voice.Must("letter.sign", "Page", s.Page, "Title", w.voice.Signs(s), "By", locales.ID("signs."+s.By)))
		}
		for _, h := range k.Holes {
			holes++
			o.say("%s: %s", k.Name, w.voice.Must("told.hole", "What", w.voice.Hole(h)))
		}
	}
	w.sayUnnamed(o, root, own.all)
	if s.Copy == packets.ForAuthority && holes > 0 {
		return hinted("fill the holes, or give the item a status with its reason; --copy applicant shows them as pages",
			"%s: the authority's copy is not written", counted(holes))
	}
	if err := w.writePackets(o, plans, how, dry); err != nil {
		return err
	}
	switch {
	case w.code() == exitUndecided:
		return &exit{code: exitUndecided}
	case holes > 0:
		return &exit{code: exitHoles}
	}
	return nil
}

// counted is "1 hole" or "3 holes".
func counted(n int) string {
	if n == 1 {
		return "1 hole"
	}
	return fmt.Sprintf("%d holes", n)
}

// survey looks at the files in root, the profile's folder.
func (w *work) survey(root *os.Root) (packets.Inputs, error) {
	in, err := packets.Survey(root, w.list)
	if err != nil { // one line for each file
		return in, errors.New(w.path + ": " + strings.ReplaceAll(err.Error(), "\n", "\n"+w.path+": "))
	}
	if w.enclose != nil {
		err = w.enclose(in)
	}
	return in, err
}

// plan surveys the files in root and plans every packet, or the supplement to
// the one that was filed as old. The plans read from root when they are written.
func (w *work) plan(o *options, root *os.Root, s packets.Style, old string) (plans []*packets.Packet, err error) {
	if old != "" {
		k, err := w.planSupplement(o, root, s, old)
		return []*packets.Packet{k}, err
	}
	in, err := w.survey(root)
	if err != nil {
		return nil, err
	}
	for i := range w.list.Applications {
		k, err := packets.Plan(w.list, i, in, w.voice, s)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", w.path, err)
		}
		plans = append(plans, k)
	}
	return plans, nil
}

// writePackets writes all files of all packets or none, and prints their paths;
// dry, it prints what they would be.
func (w *work) writePackets(o *options, plans []*packets.Packet, how *channel, dry bool) error {
	for _, k := range plans {
		k.Program = program()
	}
	all, err := how.divided(plans)
	if err != nil {
		return err
	}
	paths, err := how.paths(plans, all)
	if dry {
		for _, k := range slices.Concat(all...) {
			fmt.Fprint(o.stdout, k)
		}
		return nil
	}
	if err != nil {
		return err
	}
	var files []output
	for i, parts := range all {
		for n, k := range parts {
			d := &draft{w: w, o: o, k: k, path: filepath.Clean(paths[n])}
			if err := d.mayReplace(); err != nil {
				return err
			}
			files = append(files, d.files()...)
		}
		files = append(files, originals(plans[i], filepath.Dir(paths[0]))...)
		paths = paths[len(parts):]
	}
	for _, dir := range foldersOf(files) {
		o.sweep(dir) // several packets in separate files have a folder each
	}
	if err := w.writeFiles(files); err != nil {
		return err
	}
	how.written(w, o, plans, files)
	return nil
}

// packetFolder is the folder that packets go to: the one that -o names, or that
// of the file that it names.
func packetFolder(out string) string {
	if strings.HasSuffix(strings.ToLower(out), ".pdf") {
		return filepath.Dir(out)
	}
	return out
}
