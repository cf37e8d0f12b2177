package main

import (
	"cmp"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// dots to the inch: enough to read a page by.
const dots = "60"

// easel paints documents into a folder.
type easel struct {
	folder  string
	browser string // "" for none
}

func newEasel(folder string) easel {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return easel{folder, path}
		}
	}
	return easel{folder: folder}
}

// paint pictures every document, several at a time.
func (e easel) paint(all []document) error {
	failed := make([]error, len(all))
	turns := make(chan struct{}, 4)
	var work sync.WaitGroup
	for i := range all {
		work.Add(1)
		turns <- struct{}{}
		go func() {
			defer func() { <-turns; work.Done() }()
			if failed[i] = e.picture(&all[i]); failed[i] != nil {
				failed[i] = fmt.Errorf("%s: %w", all[i].name, failed[i])
			}
		}()
	}
	work.Wait()
	return errors.Join(failed...)
}

// picture writes a document beside its pictures.
func (e easel) picture(d *document) error {
	path := filepath.Join(e.folder, filepath.FromSlash(d.name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if d.text != nil {
		return os.WriteFile(path+".txt", d.text, 0o644)
	}
	if d.html != nil {
		if err := os.WriteFile(path+".html", d.html, 0o644); err != nil || e.browser == "" {
			return err
		}
		return e.browse(d, path)
	}
	if err := os.WriteFile(path+".pdf", d.pdf, 0o644); err != nil {
		return err
	}
	if d.captions == nil {
		return e.pages(d, path, 0, 0)
	}
	for i := 0; i < len(d.captions); {
		j := i
		for j < len(d.captions) && (d.captions[j] == "") == (d.captions[i] == "") {
			j++
		}
		if d.captions[i] != "" {
			if err := e.pages(d, path, i+1, j); err != nil {
				return err
			}
		}
		i = j
	}
	return nil
}

// pages pictures the pages first to last of a PDF; all, where last is 0.
func (e easel) pages(d *document, path string, first, last int) error {
	args := []string{"-r", dots, "-png"}
	if last > 0 {
		args = append(args, "-f", fmt.Sprint(first), "-l", fmt.Sprint(last))
	}
	if err := tool("pdftoppm", append(args, path+".pdf", path)...); err != nil {
		return err
	}
	found, err := filepath.Glob(path + "-*.png")
	if err != nil {
		return err
	}
	d.pictures = nil
	for _, p := range found {
		if n := strings.TrimSuffix(strings.TrimPrefix(p, path+"-"), ".png"); strings.Trim(n, "0123456789") == "" {
			d.pictures = append(d.pictures, p)
		}
	}
	return nil
}

// browse pictures the beginning of an HTML page.
func (e easel) browse(d *document, path string) error {
	profile, err := os.MkdirTemp("", "gallery")
	if err != nil {
		return err
	}
	defer os.RemoveAll(profile)
	whole, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if err := tool(e.browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir="+profile,
		"--run-all-compositor-stages-before-draw", "--virtual-time-budget=2000",
		"--window-size=800,1130", "--screenshot="+whole+".png", "file://"+whole+".html"); err != nil {
		return err
	}
	d.pictures = []string{path + ".png"}
	return nil
}

func tool(name string, args ...string) error {
	if said, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, said)
	}
	return nil
}

// columns and rows of a contact sheet.
const columns, rows = 4, 2

// montages writes the contact sheets: what a document shows, eight pages on
// each.
func (e easel) montages(all []document) error {
	folder := filepath.Join(e.folder, "montage")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, d := range all {
		if d.pdf == nil {
			continue
		}
		n := 0
		for some := range slices.Chunk(d.pictures, columns*rows) {
			n++
			name := fmt.Sprintf("%s-%d.png", strings.ReplaceAll(d.name, "/", "-"), n)
			if err := montage(filepath.Join(folder, name), some); err != nil {
				return err
			}
		}
	}
	return nil
}

func montage(path string, pictures []string) error {
	var pages []image.Image
	var cell image.Point
	for _, p := range pictures {
		f, err := os.Open(p)
		if err != nil {
			return err
		}
		img, err := png.Decode(f)
		f.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		pages = append(pages, img)
		cell.X, cell.Y = max(cell.X, img.Bounds().Dx()+8), max(cell.Y, img.Bounds().Dy()+8)
	}
	wide := min(len(pages), columns)
	sheet := image.NewRGBA(image.Rect(0, 0, 8+cell.X*wide, 8+cell.Y*((len(pages)+columns-1)/columns)))
	draw.Draw(sheet, sheet.Rect, image.NewUniform(color.Gray{Y: 96}), image.Point{}, draw.Src)
	for i, img := range pages {
		at := image.Pt(8+cell.X*(i%columns), 8+cell.Y*(i/columns))
		draw.Draw(sheet, img.Bounds().Sub(img.Bounds().Min).Add(at), img, img.Bounds().Min, draw.Src)
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	return cmp.Or((&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(f, sheet), f.Close())
}
