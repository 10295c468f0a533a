package main

import (
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"

	"github.com/tencentyun/tls-sig-api-v2-golang/tencentyun"
)

func processor() float64 {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1000
}

func main() {
	sdkAppId, _ := strconv.Atoi(os.Args[1])
	key := os.Args[2]
	expire, _ := strconv.Atoi(os.Args[3])
	n, _ := strconv.Atoi(os.Args[4])
	tickets := make([]string, n)
	user := func(i int) string { return fmt.Sprintf("user-%04d", i%1024) }
	begin := processor()
	for i := range tickets {
		tickets[i], _ = tencentyun.GenUserSig(sdkAppId, key, user(i), expire)
	}
	sign := (processor() - begin) / float64(n)
	now := time.Now()
	begin = processor()
	for i, ticket := range tickets {
		if err := tencentyun.VerifyUserSig(uint64(sdkAppId), key, user(i), ticket, now); err != nil {
			panic(err)
		}
	}
	fmt.Printf("[%f,%f]", sign, (processor()-begin)/float64(n))
}
