package locales

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/nicksnyder/go-i18n/v2/i18n/template"
	"golang.org/x/text/language"
)

//go:embed active.*.json
var files embed.FS

// file is the name of the message file of a language.
func file(tag string) string { return "active." + tag + ".json" }

// catalogue holds the messages of one language.
type catalogue struct {
	localizer *i18n.Localizer // of the messages that are not plain
	messages  map[string]message
}

// message is what must be known of a message before it is spoken.
type message struct {
	plain     string // the message itself, when it has neither variables nor plurals
	plural    bool
	variables []string // of all its plurals; Count among them when it is plural
}

// load reads the message file of one language, and no other.
func load(tag string) (*catalogue, error) {
	data, err := files.ReadFile(file(tag))
	if err != nil {
		return nil, err
	}
	return read(tag, data)
}

// read keeps plain messages as they are: nine of ten have nothing to fill in,
// and a command that prints a page should not prepare them all.
func read(tag string, data []byte) (*catalogue, error) {
	var raw map[string]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("%s: %w", file(tag), err)
	}
	t := language.Make(tag)
	bundle := i18n.NewBundle(t)
	c := &catalogue{i18n.NewLocalizer(bundle, tag), make(map[string]message, len(raw))}
	for id, text := range raw {
		if text[0] == '"' && !bytes.ContainsAny(text, `{\`) {
			c.messages[id] = message{plain: string(text[1 : len(text)-1])}
			continue
		}
		var content any
		err := json.Unmarshal(text, &content)
		m, err2 := i18n.NewMessage(content)
		if err = cmp.Or(err, err2); err == nil {
			m.ID = id
			err = bundle.AddMessages(t, m)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: message %q: %w", file(tag), id, err)
		}
		c.messages[id] = describe(m)
	}
	return c, nil
}

func describe(m *i18n.Message) message {
	d := message{plural: m.Zero+m.One+m.Two+m.Few+m.Many != ""}
	if d.plural {
		d.variables = []string{"Count"}
	}
	for _, form := range []string{m.Zero, m.One, m.Two, m.Few, m.Many, m.Other} {
		for _, name := range variables(form) {
			if !slices.Contains(d.variables, name) {
				d.variables = append(d.variables, name)
			}
		}
	}
	if !d.plural && !strings.Contains(m.Other, "{{") {
		d.plain = m.Other
	}
	return d
}

// variables are the names between "{{." and "}}", the only template syntax
// that a message may use.
func variables(text string) (names []string) {
	for {
		_, rest, ok := strings.Cut(text, "{{.")
		if !ok {
			return names
		}
		name, after, ok := strings.Cut(rest, "}}")
		if !ok {
			return names
		}
		names, text = append(names, name), after
	}
}

// strict makes a variable without a value an error.
var strict = &template.TextParser{Option: "missingkey=error"}

// localize fills a message in; count chooses the plural unless it is nil.
func (c *catalogue) localize(id string, vars map[string]string, count any) (string, error) {
	return c.localizer.Localize(&i18n.LocalizeConfig{
		MessageID:      id,
		TemplateData:   vars,
		PluralCount:    count,
		TemplateParser: strict,
	})
}
