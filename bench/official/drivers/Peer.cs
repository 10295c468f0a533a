using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using tencentyun;

static class Peer
{
    static void Main(string[] args)
    {
        var api = new TLSSigAPIv2(int.Parse(args[0]), args[1]);
        int expire = int.Parse(args[2]), n = int.Parse(args[3]);
        // The compiler takes its time.
        Run(api, expire, n / 10);
        var process = Process.GetCurrentProcess();
        double begin = process.TotalProcessorTime.TotalMilliseconds;
        Run(api, expire, n);
        process.Refresh();
        double each = (process.TotalProcessorTime.TotalMilliseconds - begin) * 1e3 / n;
        Console.WriteLine("[" + each.ToString(CultureInfo.InvariantCulture) + "]");
    }

    static void Run(TLSSigAPIv2 api, int expire, int n)
    {
        for (int i = 0; i < n; i++) api.genUserSig(string.Format("user-{0:D4}", i % 1024), expire);
    }
}
