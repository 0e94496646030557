// Command kube says what the API server's own code makes of Pods and Deployments.
//
//	kube objects    < objects  a Pod or Deployment per line in, what the server says per line out
//	kube quantities < texts    a JSON string or number per line in, how it is read per line out
//	kube types                 the fields of all types that a Pod or a Deployment is made of
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"k8s.io/kubernetes/pkg/capabilities"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "kube:", err)
		os.Exit(1)
	}
}

func run(args []string, in io.Reader, out io.Writer) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: kube objects|quantities|types")
	}
	switch args[0] {
	case "objects":
		// Clusters let containers be privileged, and leave it to admission to forbid it.
		capabilities.Setup(true, 0)
		return eachLine(in, out, judge)
	case "quantities":
		return eachLine(in, out, readQuantity)
	case "types":
		return json.NewEncoder(out).Encode(typeFields())
	}
	return fmt.Errorf("unknown command %q", args[0])
}

// eachLine answers every line of in with one line of JSON.
func eachLine(in io.Reader, out io.Writer, answer func(line []byte) any) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 1<<20), 1<<26)
	buffered := bufio.NewWriter(out)
	encoder := json.NewEncoder(buffered)
	encoder.SetEscapeHTML(false)
	for lines.Scan() {
		if err := encoder.Encode(answer(bytes.Clone(lines.Bytes()))); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return buffered.Flush()
}
