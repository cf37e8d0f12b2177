package main

import (
	"os"
	"path/filepath"

	"mappe/packets"
)

// forms are the official forms that --official names, by their form.
func (x verification) forms() (map[string]string, error) {
	own := map[string]string{}
	for _, s := range x.official {
		form, path, err := officialNamed("--official", s)
		if err != nil {
			return nil, err
		}
		own[form] = path
	}
	return own, nil
}

// compareForm is what became of an official form: of the file that --official
// names, else of one of its name among the inputs. It need not lie there, so one
// that is not found is not gone.
func compareForm(inputs *os.Root, f packets.LockFile, path string) (state, why string) {
	f.Bytes, f.SHA256 = f.Form.Bytes, f.Form.SHA256
	if path == "" {
		if state, why = compareInput(inputs, f); state == packets.InputGone {
			return packets.InputNotLookedAt, "give it with --official " + f.Form.ID + "=FILE"
		}
		return state, why
	}
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return packets.InputNotLookedAt, cause(err).Error()
	}
	defer root.Close()
	f.Path = filepath.Base(path)
	return compareInput(root, f)
}
