package locales

import (
	"bytes"
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
	localizer *i18n.Localizer // of the messages that have plurals
	messages  map[string]*message
}

// message is what must be known of a message before it is spoken.
type message struct {
	plain     string // the message itself, when it has neither variables nor plurals
	parts     []part // of a message without plurals
	variables []string
}

// part is a stretch of text and the variable after it, "" at the end.
type part struct{ text, variable string }

// load reads the message file of one language, and no other.
func load(tag string) (*catalogue, error) {
	data, err := files.ReadFile(file(tag))
	if err != nil {
		return nil, err
	}
	return read(tag, data)
}

func read(tag string, data []byte) (*catalogue, error) {
	raw, err := messages(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file(tag), err)
	}
	if i := named(tag); i >= 0 && known[i].rightToLeft {
		copies(raw)
	}
	return prepare(tag, raw)
}

// messages are those of a message file, by their ids.
func messages(data []byte) (raw map[string]json.RawMessage, err error) {
	raw, ok := quickly(data)
	if !ok {
		err = json.Unmarshal(data, &raw)
	}
	return raw, err
}

// prepare makes messages ready to be spoken.
func prepare(tag string, raw map[string]json.RawMessage) (*catalogue, error) {
	t := language.Make(tag)
	bundle := i18n.NewBundle(t)
	c := &catalogue{i18n.NewLocalizer(bundle, tag), make(map[string]*message, len(raw))}
	all := make([]message, 0, len(raw))
	for id, text := range raw {
		m, err := describe(id, text, bundle, t)
		if err != nil {
			return nil, fmt.Errorf("%s: message %q: %w", file(tag), id, err)
		}
		all = append(all, m)
		c.messages[id] = &all[len(all)-1]
	}
	return c, nil
}

// describe prepares a message: one without plurals is cut at its variables,
// one with plurals goes into the bundle.
func describe(id string, text json.RawMessage, bundle *i18n.Bundle, t language.Tag) (d message, err error) {
	if text[0] == '"' && !bytes.ContainsAny(text, `{\`) {
		return message{plain: string(text[1 : len(text)-1])}, nil
	}
	if text[0] == '"' {
		var one string
		if err := json.Unmarshal(text, &one); err != nil {
			return d, err
		}
		if !strings.Contains(one, "{{") {
			return message{plain: one}, nil
		}
		if d.parts, err = cut(one); err != nil {
			return d, err
		}
		for _, p := range d.parts {
			if p.variable != "" && !slices.Contains(d.variables, p.variable) {
				d.variables = append(d.variables, p.variable)
			}
		}
		return d, nil
	}
	var content any
	if err := json.Unmarshal(text, &content); err != nil {
		return d, err
	}
	m, err := i18n.NewMessage(content)
	if err != nil {
		return d, err
	}
	m.ID = id
	d.variables = []string{"Count"}
	for _, form := range []string{m.Zero, m.One, m.Two, m.Few, m.Many, m.Other} {
		parts, err := cut(form)
		if err != nil {
			return d, err
		}
		for _, p := range parts {
			if p.variable != "" && !slices.Contains(d.variables, p.variable) {
				d.variables = append(d.variables, p.variable)
			}
		}
	}
	return d, bundle.AddMessages(t, m)
}

// cut divides a message at its variables, "{{.Name}}", the only template syntax
// that a message may use.
func cut(text string) (parts []part, err error) {
	for {
		before, rest, ok := strings.Cut(text, "{{")
		if !ok {
			return append(parts, part{text: text}), nil
		}
		name, after, ok := strings.Cut(rest, "}}")
		if !ok || !strings.HasPrefix(name, ".") || strings.ContainsFunc(name[1:], notLetter) || name == "." {
			return nil, fmt.Errorf("%q is no variable: write {{.Name}}", "{{"+name)
		}
		parts, text = append(parts, part{before, name[1:]}), after
	}
}

func notLetter(r rune) bool {
	return (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && (r < '0' || r > '9')
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
