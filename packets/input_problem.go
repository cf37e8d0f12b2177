package packets

import (
	"fmt"
	"strconv"
)

// ProblemKind says in one word why a file cannot be used.
type ProblemKind string

const (
	ProblemMissing    ProblemKind = "missing"    // no such file
	ProblemUnreadable ProblemKind = "unreadable" // the system refuses; Detail is its reason
	ProblemForeign    ProblemKind = "foreign"    // neither PDF nor picture; Detail is what it looks like: "HEIC", "Word", "empty", "unknown"
	ProblemEncrypted  ProblemKind = "encrypted"  // Detail is "no-password", "wrong-password" or "unsupported"
	ProblemDamaged    ProblemKind = "damaged"    // Detail says what is broken, in English
	ProblemUnprinted  ProblemKind = "unprinted"  // something that a viewer shows has no appearance in the file; Detail names it, in English
	ProblemTooLarge   ProblemKind = "too-large"  // Detail is its size: "312 MB", "260 megapixels", "more than 20000 pages"
	ProblemOutside    ProblemKind = "outside"    // not a plain file inside the folder: always an error. Detail is the first seven below
)

const (
	detailAbsolute = "absolute"
	detailControl  = "control"
	detailParent   = "parent"
	detailSymlink  = "symlink"
	detailLoop     = "loop"
	detailHardLink = "hardlink"
	detailNotAFile = "not-a-file"

	detailNoPassword    = "no-password"
	detailWrongPassword = "wrong-password"
	detailUnsupported   = "unsupported"
)

// Problem is why one file of the applicant's cannot be used. All kinds but
// ProblemOutside leave a hole in the packet.
type Problem struct {
	Path   string // as in the profile
	Kind   ProblemKind
	Detail string
}

func (p *Problem) Error() string {
	name := p.Path
	if p.Detail == detailControl {
		name = strconv.Quote(name)
	}
	return name + ": " + p.reason()
}

func (p *Problem) reason() string {
	switch p.Kind {
	case ProblemMissing:
		return "no such file; put it there or correct the path in the profile"
	case ProblemUnreadable:
		return fmt.Sprintf("cannot be read (%s); check the file's permissions, or copy it anew", p.Detail)
	case ProblemForeign:
		switch p.Detail {
		case "empty":
			return "is empty; copy or scan it again"
		case "unknown":
			return "is neither a PDF nor a picture (JPEG, PNG, TIFF, WebP, GIF); export it as PDF"
		case "HEIC":
			return "is a HEIC photo, as iPhones take them; share or export it as JPEG; for new photos choose Settings › Camera › Formats › Most Compatible"
		case "AVIF":
			return "is an AVIF picture; share or export it as JPEG"
		}
		return fmt.Sprintf("is neither a PDF nor a picture (JPEG, PNG, TIFF, WebP, GIF) but looks like %s; export it as PDF", p.Detail)
	case ProblemEncrypted:
		switch p.Detail {
		case detailWrongPassword:
			return "the password is wrong; correct password_file or save a copy without a password"
		case detailUnsupported:
			return "is encrypted in an unsupported way; save a copy without a password"
		}
		return "needs a password; name its password_file or save a copy without a password"
	case ProblemDamaged:
		return fmt.Sprintf("is damaged: %s; scan, download or export it again", p.Detail)
	case ProblemUnprinted:
		return fmt.Sprintf("would lose something: %s; open it and print it to PDF", p.Detail)
	case ProblemTooLarge:
		return fmt.Sprintf("is too large (%s); scan it at 300 dpi or split it", p.Detail)
	}
	switch p.Detail {
	case detailAbsolute:
		return "is an absolute path; copy the file into the profile's folder and give the path from there"
	case detailControl:
		return "has a line break or another order to the screen in its name; rename the file"
	case detailParent:
		return `leaves the profile's folder by ".."; copy the file into that folder`
	case detailSymlink:
		return "is a symbolic link that leads outside the profile's folder; copy the file into that folder"
	case detailLoop:
		return "leads nowhere: its symbolic links lead back to themselves; put the file itself there"
	case detailHardLink:
		return "has other names on this disk (hard link); copy the file into the profile's folder"
	}
	return "is not a regular file; name a PDF or a picture"
}

func damaged(format string, args ...any) *Problem {
	return &Problem{Kind: ProblemDamaged, Detail: fmt.Sprintf(format, args...)}
}
