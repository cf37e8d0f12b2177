package pdf

import (
	"crypto/cipher"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
)

// A courier gathers what follows each other in the file and writes it in large
// parts.
type courier struct {
	crew  *crew
	buf   []byte
	at    int64 // where the file goes on after buf
	plain int   // from here on buf is not yet encrypted
	mode  cipher.BlockMode
	sum   hash.Hash
	tape  tape
}

const courierBytes = 256 << 10

// carry does a task.
func (c *courier) carry(t task) error {
	if c.buf == nil {
		c.buf, c.sum = make([]byte, 0, courierBytes), sha256.New()
	}
	c.tape.load(nil)
	var again []job
	if t.digest != nil {
		c.tape.load(t.digest)
		c.tape.sum = sha256.New()
	}
	for _, j := range t.jobs {
		if t.digest != nil && len(j.body) > 0 && j.order < c.tape.at() {
			again = append(again, j)
			continue
		}
		if err := c.job(j); err != nil {
			return err
		}
	}
	if t.digest != nil {
		if err := c.tape.seek(t.digest.size); err != nil {
			return err
		}
		c.tape.sum.Sum(t.digest.sum[:0])
		t.digest.done = true
		c.tape.load(nil)
	}
	for _, j := range again {
		if err := c.job(j); err != nil {
			return err
		}
	}
	return c.flush()
}

// job writes an object.
func (c *courier) job(j job) error {
	if c.at+int64(len(c.buf)) != j.at {
		if err := c.flush(); err != nil {
			return err
		}
		c.at = j.at
	}
	if err := c.put(j.head); err != nil {
		return err
	}
	if !j.stream {
		return nil
	}
	if j.seal != nil {
		if err := c.put(j.seal.iv); err != nil {
			return err
		}
		c.mode, c.plain = j.seal.mode, len(c.buf)
	}
	c.sum.Reset()
	for _, p := range j.body {
		if err := c.piece(p, j.sum != nil); err != nil {
			return err
		}
	}
	if j.sum != nil {
		c.sum.Sum(j.sum[:0])
	}
	if j.seal != nil {
		if err := c.pad(); err != nil {
			return err
		}
	}
	return c.put([]byte(endStream))
}

// piece writes a part of a body, and sums it where that is wanted.
func (c *courier) piece(p Piece, sum bool) error {
	if p.From == nil {
		if sum {
			c.sum.Write(p.Data)
		}
		return c.put(p.Data)
	}
	size, err := p.size()
	if err != nil {
		return err
	}
	if c.tape.src != p.From {
		c.tape.load(p.From)
	}
	if err := c.tape.seek(p.At); err != nil {
		return err
	}
	var r io.Reader = &c.tape
	if p.seal != nil {
		if r, err = p.plain(r); err != nil {
			return p.From.broken(err)
		}
	}
	for size > 0 {
		if len(c.buf) == cap(c.buf) {
			if err := c.flush(); err != nil {
				return err
			}
		}
		n := len(c.buf)
		k := int(min(size, int64(cap(c.buf)-n)))
		if _, err := io.ReadFull(r, c.buf[n:n+k]); err != nil {
			return p.From.broken(err)
		}
		if sum {
			c.sum.Write(c.buf[n : n+k])
		}
		c.buf = c.buf[:n+k]
		size -= int64(k)
	}
	return nil
}

// put writes bytes.
func (c *courier) put(b []byte) error {
	for len(b) > 0 {
		if len(c.buf) == cap(c.buf) {
			if err := c.flush(); err != nil {
				return err
			}
		}
		n := copy(c.buf[len(c.buf):cap(c.buf)], b)
		c.buf, b = c.buf[:len(c.buf)+n], b[n:]
	}
	return nil
}

// pad ends an encrypted body.
func (c *courier) pad() error {
	n := 16 - (len(c.buf)-c.plain)%16
	var padding [16]byte
	for i := range padding {
		padding[i] = byte(n)
	}
	err := c.put(padding[:n])
	c.mode.CryptBlocks(c.buf[c.plain:], c.buf[c.plain:])
	c.mode = nil
	return err
}

// flush writes what was gathered; of a body that is being encrypted the whole
// blocks.
func (c *courier) flush() error {
	if err := c.crew.failure(); err != nil {
		return err
	}
	n := len(c.buf)
	if c.mode != nil {
		n -= (n - c.plain) % 16
		c.mode.CryptBlocks(c.buf[c.plain:n], c.buf[c.plain:n])
		c.plain = 0
	}
	if _, err := c.crew.out.WriteAt(c.buf[:n], c.at); err != nil {
		return fmt.Errorf("writing %d bytes at %d: %w", n, c.at, err)
	}
	c.at += int64(n)
	c.buf = c.buf[:copy(c.buf, c.buf[n:])]
	return nil
}
