package pdf

import (
	"errors"
	"fmt"
)

var (
	// ErrPassword means that a file opens only with a password, and that the
	// one given is not it.
	ErrPassword = errors.New("password is missing or wrong")
	// ErrEncryption means that a file is encrypted in a way that can't be
	// undone: by another handler than the standard one, or with a damaged
	// encryption dictionary.
	ErrEncryption = errors.New("encryption can't be undone")
)

// A method is how one kind of data of a file is encrypted.
type method int

const (
	plain  method = iota
	rc4V2         // RC4, a key per object
	aesV2         // AES-128 in CBC mode, a key per object
	aesV3         // AES-256 in CBC mode with the key of the file
	atOdds        // a crypt filter that this package doesn't know
)

// security is the standard security handler of an open file: it knows the
// key, and what is encrypted by which method.
type security struct {
	key      []byte
	text     method // of strings
	data     method // of streams
	filters  map[Name]method
	metadata bool  // streams of /Type /Metadata are encrypted like others
	whole    *seal // of all data by aesV3
	get      func(Object) Object
}

// unlock makes a file readable by its encryption dictionary, whose strings are
// as they stand in the file. The password is tried as the user's and as the
// owner's; where it fits neither, the empty one is tried. get follows a
// reference.
func unlock(encrypt Dict, id []byte, password string, get func(Object) Object) (*security, error) {
	e := dictionary{encrypt, get}
	switch name := e.name("Filter"); name {
	case "Standard":
	case "": // perhaps because the file says wrongly where it is
		return nil, damaged("no encryption dictionary")
	default:
		return nil, fmt.Errorf("%w: security handler %q", ErrEncryption, name)
	}
	s := &security{metadata: true, get: get}
	version := e.int("V", 0)
	switch version {
	case 1, 2:
		s.text, s.data = rc4V2, rc4V2
	case 4, 5:
		if err := s.readFilters(e, version); err != nil {
			return nil, err
		}
	default:
		return nil, fmt.Errorf("%w: version %d", ErrEncryption, version)
	}
	try := func(password string) ([]byte, error) { return e.unlockOld(password, id, s.metadata) }
	if version == 5 {
		try = e.unlockNew
	}
	key, err := try(password)
	if errors.Is(err, ErrPassword) && password != "" {
		key, err = try("")
	}
	if err != nil {
		return nil, err
	}
	s.key, s.whole = key, &seal{file: key, method: aesV3}
	return s, nil
}

// readFilters reads which crypt filters there are, and which are for strings
// and for streams.
func (s *security) readFilters(e dictionary, version int) error {
	s.metadata = e.bool("EncryptMetadata", true)
	s.filters = map[Name]method{}
	filters := e.dict("CF")
	for _, entry := range filters.Dict {
		if _, ok := s.filters[entry.Key]; ok {
			continue
		}
		m := atOdds
		switch filters.dict(entry.Key).name("CFM") {
		case "", "None":
			m = plain
		case "V2":
			m = rc4V2
		case "AESV2":
			m = aesV2
		case "AESV3":
			if version == 5 {
				m = aesV3
			}
		}
		s.filters[entry.Key] = m
	}
	s.filters["Identity"] = plain
	for _, use := range []struct {
		key  Name
		kind *method
	}{{"StrF", &s.text}, {"StmF", &s.data}} {
		name := e.name(use.key)
		if name == "" {
			name = "Identity"
		}
		m, ok := s.filters[name]
		if !ok || m == atOdds {
			return fmt.Errorf("%w: crypt filter %q", ErrEncryption, name)
		}
		*use.kind = m
	}
	return nil
}

// strings is how the strings of an object are encrypted: nil for not at all.
// Strings inside an object stream are not, whatever this says.
func (s *security) strings(num, gen int) *seal { return s.seal(s.text, num, gen) }

// stream is how the data of a stream is encrypted: nil for not at all.
func (s *security) stream(num, gen int, dict Dict) *seal {
	d := dictionary{dict, s.get}
	kind := d.name("Type")
	if kind == "XRef" || kind == "Metadata" && !s.metadata {
		return nil
	}
	m := s.data
	if first, _ := d.first("Filter").(Name); first == "Crypt" && s.filters != nil {
		params, _ := d.first("DecodeParms").(Dict)
		name := dictionary{params, s.get}.name("Name")
		if name == "" {
			name = "Identity"
		}
		if own, ok := s.filters[name]; ok && own != atOdds {
			m = own
		}
	}
	return s.seal(m, num, gen)
}

// seal is the method for one object; its key is made when it is needed, as most
// objects have no strings.
func (s *security) seal(m method, num, gen int) *seal {
	switch m {
	case plain:
		return nil
	case aesV3:
		return s.whole
	}
	return &seal{file: s.key, method: m, num: num, gen: gen}
}

// dictionary reads entries of the kind that is wanted, and takes those of
// another kind as missing.
type dictionary struct {
	Dict
	resolve func(Object) Object
}

func (d dictionary) value(key Name) Object {
	v := d.Get(key)
	if _, ok := v.(Ref); ok {
		return d.resolve(v)
	}
	return v
}

// first is the value, or of an array the first.
func (d dictionary) first(key Name) Object {
	v := d.value(key)
	if a, ok := v.(Array); ok && len(a) > 0 {
		return dictionary{Dict{{key, a[0]}}, d.resolve}.value(key)
	}
	return v
}

func (d dictionary) name(key Name) Name {
	n, _ := d.value(key).(Name)
	return n
}

func (d dictionary) string(key Name) []byte {
	s, _ := d.value(key).(String)
	return []byte(s)
}

func (d dictionary) dict(key Name) dictionary {
	v, _ := d.value(key).(Dict)
	return dictionary{v, d.resolve}
}

func (d dictionary) bool(key Name, missing bool) bool {
	if b, ok := d.value(key).(bool); ok {
		return b
	}
	return missing
}

func (d dictionary) int(key Name, missing int) int {
	switch v := d.value(key).(type) {
	case Int:
		return int(v)
	case Real:
		if v >= -1<<52 && v <= 1<<52 {
			return int(v)
		}
	}
	return missing
}
