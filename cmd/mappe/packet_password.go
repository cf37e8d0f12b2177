package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"

	"github.com/spf13/cobra"

	"mappe/packets"
)

// mostOfPassword is how much of a password file is read, in bytes.
const mostOfPassword = 4 << 10

// passwordFile is the flag that names a file with a password.
type passwordFile struct{ path string }

// flag makes the flag known; whose says which password it is.
func (p *passwordFile) flag(c *cobra.Command, whose string) {
	c.Flags().StringVar(&p.path, "password-file", "", "`file` with the password "+whose+" in its first line")
}

// read is the password, "" where the flag was not given.
func (p *passwordFile) read(o *options, c *cobra.Command) (string, error) {
	if !c.Flags().Changed("password-file") {
		return "", nil
	}
	return o.password("--password-file "+p.path, p.path)
}

// password is the one in a file, which flag has named. A file that others may
// read is pointed out. No output takes the place of the file.
func (o *options) password(flag, path string) (string, error) {
	wrong := func(err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return hinted("write the password into the first line of a text file, and name that", "%s: no such file", flag)
		}
		return fmt.Errorf("%s: %w", flag, cause(err))
	}
	f, err := os.Open(path)
	if err != nil {
		return "", wrong(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", wrong(err)
	}
	if info.IsDir() {
		return "", wrong(errors.New("is a folder; name a file"))
	}
	data, err := io.ReadAll(io.LimitReader(f, mostOfPassword))
	if err != nil {
		return "", wrong(err)
	}
	password, err := packets.Password(data)
	if err != nil {
		return "", wrong(err)
	}
	if info.Mode().IsRegular() && info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows" {
		o.say("%s: others on this computer may read the password; chmod 600 %s", flag, path)
	}
	o.keep = append(o.keep, path)
	return password, nil
}
