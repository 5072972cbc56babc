package warc

import (
	"bufio"
	"compress/flate"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Response is an HTTP response as a crawler stored it.
type Response struct {
	Status int
	Header Header
	Body   io.Reader // without transfer and content encoding
}

// ReadResponse reads the head of the response in a record.
func ReadResponse(in io.Reader) (*Response, error) {
	br := bufio.NewReaderSize(in, 64<<10)
	status, err := br.ReadSlice('\n')
	if err != nil {
		return nil, fmt.Errorf("the HTTP response has no status line: %w", err)
	}
	words := strings.Fields(string(status))
	if len(words) < 2 || !strings.HasPrefix(words[0], "HTTP/") {
		return nil, errors.New("the record holds no HTTP response")
	}
	code, err := strconv.Atoi(words[1])
	if err != nil {
		return nil, fmt.Errorf("the HTTP status %q is no number", words[1])
	}
	h, err := readHeader(br)
	if err != nil {
		return nil, fmt.Errorf("the head of the HTTP response cannot be read: %w", err)
	}
	res := &Response{Status: code, Header: h, Body: br}
	if strings.EqualFold(h["transfer-encoding"], "chunked") {
		res.Body = &chunked{in: br}
	}
	return res, res.decode(h["content-encoding"])
}

// decode takes the content encoding off. Some crawlers have done so and kept
// the header, hence the content is asked too.
func (r *Response) decode(encoding string) (err error) {
	in := bufio.NewReader(r.Body)
	r.Body = in
	head, _ := in.Peek(2)
	zipped := len(head) == 2 && head[0] == memberHead[0] && head[1] == memberHead[1]
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "", "identity", "none":
	case "gzip", "x-gzip":
		if zipped {
			r.Body, err = gzip.NewReader(in)
		}
	case "deflate":
		if len(head) == 2 && head[0] == 0x78 {
			r.Body, err = zlib.NewReader(in)
		} else {
			r.Body = flate.NewReader(in)
		}
	case "br":
		if !isText(in) {
			r.Body = brotli.NewReader(in)
		}
	case "zstd":
		r.Body, err = zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxWindow))
	default:
		return fmt.Errorf("the content encoding %q cannot be read", encoding)
	}
	if err != nil {
		return fmt.Errorf("the content is no valid %s: %w", encoding, err)
	}
	return nil
}

// isText tells content that begins as text does. Brotli (RFC 7932) has no mark
// at its beginning, but hardly makes a hundred bytes without a control
// character or a byte that is no UTF-8.
func isText(in *bufio.Reader) bool {
	const enough = 128 // bytes
	head, _ := in.Peek(enough)
	for len(head) > 0 {
		r, n := utf8.DecodeRune(head)
		switch {
		case r == utf8.RuneError && n == 1 && utf8.FullRune(head):
			return false
		case r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7F:
			return false
		}
		head = head[n:]
	}
	return true
}

// maxWindow is the memory that a zstd stream may ask for.
const maxWindow = 64 << 20

// chunked takes the transfer encoding of HTTP/1.1 off (RFC 9112, section 7.1).
// Content that is not in chunks, because the crawler put them together and kept
// the header, is given as it is.
type chunked struct {
	in    *bufio.Reader
	left  int64
	begun bool
	plain bool
	done  bool
}

func (c *chunked) Read(p []byte) (int, error) {
	for c.left == 0 && !c.plain {
		if c.done {
			return 0, io.EOF
		}
		if err := c.next(); err != nil {
			return 0, err
		}
	}
	if c.plain {
		return c.in.Read(p)
	}
	n, err := c.in.Read(p[:min(int64(len(p)), c.left)])
	if c.left -= int64(n); errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// next reads the size of a chunk.
func (c *chunked) next() error {
	if !c.begun {
		c.begun = true
		if c.plain = !c.sized(); c.plain {
			return nil
		}
	} else if err := c.lineEnd(); err != nil {
		return err
	}
	line, err := c.in.ReadSlice('\n')
	if err != nil {
		return unexpected(err)
	}
	size, ok := chunkSize(line)
	if !ok {
		return errors.New("the size of a chunk is no number")
	}
	c.left, c.done = size, size == 0
	return nil
}

// sized tells whether the content begins with the size of a chunk.
func (c *chunked) sized() bool {
	const most = 64 // bytes of a line with a size
	head, _ := c.in.Peek(most)
	line, _, found := strings.Cut(string(head), "\n")
	_, ok := chunkSize([]byte(line))
	return found && ok
}

func chunkSize(line []byte) (int64, bool) {
	digits, _, _ := strings.Cut(strings.TrimSpace(string(line)), ";")
	size, err := strconv.ParseInt(strings.TrimSpace(digits), 16, 64)
	return size, err == nil && size >= 0
}

// lineEnd reads the end of the line behind a chunk.
func (c *chunked) lineEnd() error {
	line, err := c.in.ReadSlice('\n')
	if err != nil {
		return unexpected(err)
	}
	if len(strings.TrimSpace(string(line))) > 0 {
		return errors.New("a chunk is longer than its size says")
	}
	return nil
}

func unexpected(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}
