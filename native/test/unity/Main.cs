using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using UserSig;

public static class Program
{
    public static void Main(string[] args) => Run(args[0], args[1]).GetAwaiter().GetResult();

    private static Task<IDictionary<string, string>> Login() =>
        Task.FromResult<IDictionary<string, string>>(
            new Dictionary<string, string> { ["Authorization"] = "Bearer token-of-alice" });

    private static async Task Run(string origin, string nobody)
    {
        var client = new UserSigClient(new Uri(origin + "/usersig"), Login);
        var first = await client.GetAsync();
        Console.WriteLine($"get {first.userId} {first.sdkAppId} {first.expire} {first.userSig}");
        Console.WriteLine("kept " + Text(await client.GetAsync() == first));
        var other = new UserSigClient(new Uri(origin + "/usersig"), Login);
        var tickets = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => other.GetAsync()));
        Console.WriteLine("together " + Text(tickets.All(each => each == tickets[0])));
        Console.WriteLine("refresh " + Text(await client.RefreshAsync() != first));
        Show(await client.GetForRoomAsync(10000));
        Show(await client.GetForRoomAsync("room-1"));
        foreach (var path in new[] { "/usersig", "/html", "/incomplete", "/redirect", "/gateway", "/large", "/limited" })
        {
            await Fail(path, origin + path);
        }
        await Fail("nobody", nobody);
        Console.WriteLine("shown " + Text(!first.ToString().Contains(first.userSig)));
    }

    private static string Text(bool value) => value ? "true" : "false";

    private static void Show(IssuedTickets tickets)
    {
        var room = tickets.roomId == 0 ? tickets.strRoomId : tickets.roomId.ToString();
        Console.WriteLine($"room {room} {tickets.privateMapKey} {string.Join(",", tickets.privileges)}");
    }

    private static async Task Fail(string name, string address)
    {
        try
        {
            await new UserSigClient(new Uri(address)).GetAsync();
            Console.WriteLine(name + " passed");
        }
        catch (UserSigException error)
        {
            var status = error.Status?.ToString() ?? "none";
            var retryAfter = error.RetryAfter?.TotalSeconds.ToString() ?? "none";
            Console.WriteLine($"{name} {error.Code} {status} {retryAfter}");
        }
    }
}
