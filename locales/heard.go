package locales

// Spoken is a message that was spoken.
type Spoken struct {
	ID     string
	Text   string
	Values map[string]string // of its variables, as a reader sees them
}

// Heard is a printer that speaks as p does, and tells hear of every message,
// those that are values of others included.
func (p *Printer) Heard(hear func(Spoken)) *Printer {
	listened := *p
	listened.hear = hear
	return &listened
}

// tell tells the listener of a message with the values of its variables.
func (p *Printer) tell(id, text string, m *message, get func(name string) (any, bool)) {
	s := Spoken{id, text, map[string]string{}}
	for _, name := range m.variables {
		if v, ok := get(name); ok {
			if s.Values[name], _ = p.value(v); s.Values[name] == "" {
				delete(s.Values, name)
			}
		}
	}
	p.hear(s)
}
