package pdf

import (
	"errors"
	"io"
	"slices"
	"sync"
	"sync/atomic"
)

const endStream = "\nendstream\nendobj\n"

// A job is a part of the file: an object from its first byte to its last.
type job struct {
	at     int64 // where it starts in the file
	head   []byte
	body   Body
	stream bool      // endStream follows
	seal   *sealing  // nil: not encrypted
	sum    *[32]byte // where the digest of the body goes, nil for nowhere
	order  int64     // where its body starts in the source of a pass
}

// A task is jobs for one worker. With digest it is the pass through a source
// that is read from start to end.
type task struct {
	jobs   []job
	digest *Source
}

// Jobs are handed on when they have so many bytes, or when they are so many.
const (
	taskBytes = 1 << 20
	taskJobs  = 512
	smallJob  = 8 << 10 // in memory, may wait for the pass of its neighbour
)

// A pass are the jobs that wait for a source to be read from start to end.
type pass struct{ jobs []job }

// Done says that nothing more will be wanted of s, so that it can be copied. With
// Options.Digests a source is read from start to end, once, for its digest and
// for what is wanted of it; what is still taken from it later is read again.
func (w *Writer) Done(s *Source) {
	if !w.o.Digests {
		return
	}
	p, known := w.passes[s]
	if !known {
		p = w.pass(s)
	}
	if p == nil {
		return
	}
	w.passes[s] = nil
	if w.last == p {
		w.last = nil
	}
	slices.SortStableFunc(p.jobs, func(a, b job) int { return int(min(1, max(-1, a.order-b.order))) })
	w.crew.send(task{p.jobs, s})
}

// pass is where jobs wait that take from s, nil if they need not.
func (w *Writer) pass(s *Source) *pass {
	p, known := w.passes[s]
	if !known {
		if !s.done {
			p = &pass{}
		}
		w.passes[s] = p
		w.sources = append(w.sources, s)
	}
	return p
}

// hand gives a job of so many bytes to the crew, at once or with others.
func (w *Writer) hand(j job, size int64) {
	if w.o.Digests {
		if p := w.waits(&j, size); p != nil {
			p.jobs = append(p.jobs, j)
			w.last = p
			return
		}
		w.last = nil
	}
	w.jobs = append(w.jobs, j)
	w.load += size
	if w.load >= taskBytes || len(w.jobs) >= taskJobs {
		w.send()
	}
}

// waits is the pass that j is best left to: that of the one source it takes
// from, or, for a little that lies in memory, that of the job before it, so
// that both are written at once.
func (w *Writer) waits(j *job, size int64) *pass {
	var from *Source
	var at int64
	one := true
	for _, p := range j.body {
		switch {
		case p.From == nil:
			continue
		case from == nil:
			from, j.order = p.From, p.At
		case p.From != from || p.At < at:
			one = false
		}
		w.pass(p.From)
		at = p.At + p.Size
	}
	switch {
	case from != nil && one:
		return w.passes[from]
	case from == nil && size <= smallJob && w.last != nil:
		j.order = w.last.jobs[len(w.last.jobs)-1].order
		return w.last
	}
	return nil
}

func (w *Writer) send() {
	if len(w.jobs) > 0 {
		w.crew.send(task{jobs: w.jobs})
		w.jobs, w.load = make([]job, 0, min(taskJobs, 2*len(w.jobs))), 0
	}
}

// A crew copies: each of its workers has a task at a time, and a buffer.
type crew struct {
	out   io.WriterAt
	tasks chan task
	err   atomic.Pointer[error]
	work  sync.WaitGroup
	ended bool // no more is sent

	open sync.WaitGroup // tasks that were sent and not yet carried
}

func newCrew(out io.WriterAt, workers int) *crew {
	c := &crew{out: out, tasks: make(chan task, 2*workers)}
	for range workers {
		c.work.Go(func() {
			w := courier{crew: c}
			for t := range c.tasks {
				if c.failure() == nil {
					c.fail(w.carry(t))
				}
				c.open.Done()
			}
		})
	}
	return c
}

func (c *crew) send(t task) {
	if c.ended {
		c.fail(errors.New("the file is closed"))
		return
	}
	c.open.Add(1)
	c.tasks <- t
}

// end waits until everything is written.
func (c *crew) end() error {
	c.ended = true
	close(c.tasks)
	c.work.Wait()
	return c.failure()
}

func (c *crew) fail(err error) {
	if err != nil {
		c.err.CompareAndSwap(nil, &err)
	}
}

func (c *crew) failure() error {
	if err := c.err.Load(); err != nil {
		return *err
	}
	return nil
}
