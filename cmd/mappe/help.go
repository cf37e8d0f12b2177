package main

import (
	"strings"

	"github.com/spf13/cobra"

	"mappe/profile"
)

func newRoot(o *options) *cobra.Command {
	c := &cobra.Command{
		Use:   "mappe",
		Short: "prepares paperwork for the Danish immigration authorities",
		Long: `mappe takes a person's facts and says which form is to be filed with the Danish
immigration authorities, between which days, for what fee and with which
documents; or that nothing is to be filed, or that another form or authority
is right. It then makes the packet: cover, contents, checklist, data sheet and
the person's own scans, as one PDF.

It works offline. It is not legal advice and not an authority: every answer
names the sentence that it rests on, so that you can check it.`,
		Example: `  mappe ask                         # asks for the facts, writes case.yaml
  mappe check case.yaml             # which form, when, what it costs
  mappe list case.yaml              # the checklist
  mappe packet case.yaml -o out     # the packet, one PDF for each application
  mappe explain case.yaml           # why, and why nothing else`,
		SilenceUsage:       true,
		SilenceErrors:      true,
		DisableSuggestions: true,
		Args:               cobra.ArbitraryArgs,
	}
	c.PersistentPreRunE = func(c *cobra.Command, _ []string) error {
		_, path, _ := strings.Cut(c.CommandPath(), " ")
		o.verb, _, _ = strings.Cut(path, " ")
		return noneEmpty(c.Flags())
	}
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return c.Help()
		}
		return unknown("command", args[0], c)
	}
	c.SetHelpCommand(&cobra.Command{
		Use:   "help [COMMAND]",
		Short: "help on a command or a topic",
		RunE: func(_ *cobra.Command, args []string) error {
			about, rest, err := c.Find(args)
			if err != nil || about == nil || len(rest) > 0 || about == c && len(args) > 0 {
				return unknown("help topic", args[0], c)
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	})
	c.SetIn(o.stdin)
	c.SetOut(o.stdout)
	c.SetErr(o.stderr)
	c.CompletionOptions.DisableDefaultCmd = true
	c.SetUsageTemplate(usageTemplate)
	flags := c.PersistentFlags()
	flags.Func("on", "the `day` on which to look at the case, YYYY-MM-DD (default: today in Denmark)", func(day string) error {
		o.on = &day
		return nil
	})
	flags.StringVar(&o.lang, "lang", "", "da, en or a courtesy `language` (default: the profile's, the computer's, else English)")
	flags.StringVar(&o.rules, "rules", "", "`folder` of the rule book to use instead of mappe's own")
	c.AddCommand(newAsk(o), newCheck(o), newList(o), newPacket(o), newVerify(o), newCalendar(o), newExplain(o), newForm(o), newRules(o), helpExitCodes())
	return c
}

// unknown is a command or topic that does not exist, with the nearest that
// does.
func unknown(what, name string, root *cobra.Command) error {
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	return usage("unknown %s %q; did you mean %q?", what, name, profile.Nearest(name, names))
}

// wants is the check that a verb got its arguments: at least those named, at
// most max.
func wants(max int, names ...string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		switch {
		case len(args) < len(names):
			return usage("%s: %s is missing", c.Name(), names[len(args)])
		case len(args) > max:
			return usage("%s: %q is one argument too many", c.Name(), args[max])
		}
		return nil
	}
}

func helpExitCodes() *cobra.Command {
	return &cobra.Command{
		Use:   "exit-codes",
		Short: "what mappe's exit codes mean",
		Long: `mappe ends with one of these codes:

  0  done
  1  failed: the message says what and where; with verify: the packet is not
     what was made, or nothing could be proved
  2  usage: the call is wrong
  3  undecided: more facts are needed
  4  decided, but no packet is due: nothing to file, another form or authority,
     blocked, or only a new permit helps; with calendar: nothing has a day
  5  written, with holes: a required document is missing or can't be read`,
	}
}

// usageTemplate is cobra's, with the root as a family of commands and topics
// as they are asked for.
const usageTemplate = `Usage:
  {{if .HasParent}}{{.UseLine}}{{else}}mappe COMMAND{{end}}
{{- if .HasExample}}

Examples:
{{.Example}}{{end}}
{{- if .HasAvailableSubCommands}}

Commands:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}
{{- if .HasHelpSubCommands}}

Topics:{{range .Commands}}{{if .IsAdditionalHelpTopicCommand}}
  mappe help {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}
{{- if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
{{- if .HasAvailableInheritedFlags}}

Flags of every command:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`
