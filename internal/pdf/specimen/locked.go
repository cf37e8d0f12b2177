package specimen

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
	"strings"
)

// pad is what fills a short password.
const pad = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

func rc4ed(key []byte, s string) string {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err) // the keys are of five bytes or more
	}
	out := make([]byte, len(s))
	c.XORKeyStream(out, []byte(s))
	return string(out)
}

// locker is the first of the standard ways to lock: 40 bits of RC4. It hands
// back the dictionary and the paper's contents under it.
func locker(user string) (dict, id string, contents string) {
	padded := (user + pad)[:32]
	sum := md5.Sum([]byte(("owner" + pad)[:32]))
	owner := rc4ed(sum[:5], padded)
	id = "0123456789abcdef"
	all := md5.Sum([]byte(padded + owner + "\xff\xff\xff\xff" + id))
	key := all[:5]
	dict = fmt.Sprintf("/Filter/Standard/V 1/R 2/Length 40/P -1/O<%x>/U<%x>", owner, rc4ed(key, pad))
	sum = md5.Sum([]byte(string(key) + "\x04\x00\x00\x00\x00"))
	return dict, id, rc4ed(sum[:10], marks)
}

// Locked is a paper that opens with the password.
func Locked(password string) []byte {
	dict, id, contents := locker(password)
	return Paper{
		Objects: map[int]string{4: Stream("", contents)},
		Trailer: fmt.Sprintf("/Encrypt<<%s>>/ID[<%x><%[2]x>]", dict, id),
	}.Bytes()
}

// locked are encrypted files, and files that say they are.
func locked() []File {
	lock := func(password string) func() []byte { return func() []byte { return Locked(password) } }
	says := func(pages int, name, dict string, more ...string) File {
		return File{Name: "locked/" + name, Pages: pages, Data: Paper{Trailer: "/ID[(x)(x)]/Encrypt" + dict, More: more}.Bytes}
	}
	bytes32, bytes48 := strings.Repeat("55", 32), strings.Repeat("77", 48)
	old, whole := "/O<"+bytes32+">/U<"+bytes32+">/P -1", "/O<"+bytes48+">/U<"+bytes48+">/OE<"+bytes32+">/UE<"+bytes32+">/Perms<"+bytes32[:32]+">/P -1"
	crypt := "/CF<</StdCF<</CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF"
	return []File{
		{Name: "locked/opens without a password", Pages: 1, Data: lock("")},
		{Name: "locked/opens with its password", Pages: 1, Password: "secret", Data: lock("secret")},
		{Name: "locked/opens without, another is given", Pages: Either, Password: "wrong", Data: lock("")},
		{Name: "locked/no password", Data: lock("secret")},
		{Name: "locked/wrong password", Password: "wrong", Data: lock("secret")},
		{Name: "locked/password of a megabyte", Password: strings.Repeat("wrong", 200_000), Data: lock("secret")},
		{Name: "locked/password with NUL", Password: "\x00\xff\xfe", Data: lock("secret")},
		{Name: "locked/ID missing", Pages: Either, Data: func() []byte { return bytes.Replace(lock("")(), []byte("/ID["), []byte("/Id["), 1) }},
		says(0, "by a handler nobody knows", "<</Filter/Unheard/V 1/R 2"+old+">>"),
		says(0, "by a public key", "<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/Recipients[(x)]>>"),
		says(0, "version 99", "<</Filter/Standard/V 99/R 99"+old+">>"),
		says(0, "version negative", "<</Filter/Standard/V -1/R -1"+old+">>"),
		says(0, "key of 2^31 bits", "<</Filter/Standard/V 2/R 3/Length 2147483647"+old+">>"),
		says(0, "key of no bits", "<</Filter/Standard/V 2/R 3/Length 0"+old+">>"),
		says(0, "key of negative bits", "<</Filter/Standard/V 2/R 3/Length -128"+old+">>"),
		says(0, "nothing said", "<</Filter/Standard/V 2/R 3>>"),
		says(0, "strings too short", "<</Filter/Standard/V 2/R 3/O(x)/U(y)/P 0>>"),
		says(0, "strings of no kind", "<</Filter/Standard/V 2/R 3/O 1/U[]/P(x)>>"),
		says(0, "crypt filter missing", "<</Filter/Standard/V 4/R 4/StmF/Nowhere/StrF/Nowhere"+old+">>"),
		says(0, "crypt filter of itself", "<</Filter/Standard/V 4/R 4/CF 10 0 R/StmF/StdCF/StrF/StdCF"+old+">>", "<</StdCF 10 0 R>>"),
		says(0, "newest, nonsense", "<</Filter/Standard/V 5/R 6/Length 256"+crypt+whole+">>"),
		says(0, "newest, strings too short", "<</Filter/Standard/V 5/R 6"+crypt+"/O(x)/U(x)/OE(x)/UE(x)/Perms(x)/P 0>>"),
		says(0, "newest, strings of megabytes", "<</Filter/Standard/V 5/R 6"+crypt+"/P 0/O("+strings.Repeat("x", 4<<20)+")/U("+strings.Repeat("x", 4<<20)+")/OE(x)/UE(x)>>"),
		says(0, "by its own dictionary", " 10 0 R", "<</Filter/Standard/V 1/R 2/O 10 0 R/U 10 0 R/P 10 0 R>>"),
		says(Either, "by nothing", " 99 0 R"),
		says(Either, "by itself", " 10 0 R", "10 0 R"),
		says(Either, "by a string", "(Standard)"),
		says(Either, "identity", "<</Filter/Standard/V 4/R 4/StmF/Identity/StrF/Identity"+old+">>"),
	}
}
