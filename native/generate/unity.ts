import { type Field, lines, NOTICE } from './model.ts'

const TYPES = { integer: 'long', string: 'string', strings: 'string[]' } as const

function isMissing({ name, type }: Field): string {
  return type === 'integer' ? `${name} == 0` : `string.IsNullOrEmpty(${name})`
}

/** The client for Unity (2021 and newer), other than WebGL. */
export function unity(fields: readonly Field[]): string {
  return `${NOTICE.map((line) => `// ${line}`).join('\n')}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using UnityEngine;

namespace UserSig
{
    /// <summary>What the endpoint issues to a logged-in user.</summary>
    [Serializable]
    public sealed class IssuedTickets
    {
${lines(fields, ({ name, type, isRequired, meaning }) => `        /// <summary>${meaning}${isRequired ? '' : ` ${type === 'integer' ? '0' : 'null'} without a room.`}</summary>\n        public ${TYPES[type]} ${name};`)}

        internal bool IsComplete =>
            !(${fields
              .filter(({ isRequired }) => isRequired)
              .map(isMissing)
              .join(' || ')});

        /// <summary>Leaves out the tickets: they do not belong in a log.</summary>
        public override string ToString() => $"IssuedTickets(userId: {userId}, expiresAt: {expiresAt})";
    }

    /// <summary>Why there are no tickets.</summary>
    public sealed class UserSigException : Exception
    {
        /// <summary>
        /// The code of the endpoint's problem document, such as "unauthenticated"; else "http_STATUS", "network",
        /// "timeout" or "invalid_answer".
        /// </summary>
        public string Code { get; }

        /// <summary>The HTTP status; null without an answer.</summary>
        public int? Status { get; }

        /// <summary>When to try again, where the endpoint says so.</summary>
        public TimeSpan? RetryAfter { get; }

        public UserSigException(string code, int? status = null, TimeSpan? retryAfter = null) : base("no UserSig: " + code)
        {
            Code = code;
            Status = status;
            RetryAfter = retryAfter;
        }
    }

    /// <summary>
    /// Fetches tickets, keeps them in memory, and fetches new ones before they expire. Use one client for one user.
    /// </summary>
    public sealed class UserSigClient : IDisposable
    {
        /// <summary>Tickets are renewed 300 seconds before they expire, or after half the lifetime of short ones.</summary>
        private const long RenewAhead = 300;
        private const int MaxBytes = 65536;

        private readonly Uri endpoint;
        private readonly Func<Task<IDictionary<string, string>>> headers;
        private readonly HttpClient http;
        private readonly Stopwatch running = Stopwatch.StartNew();
        private readonly SemaphoreSlim turn = new SemaphoreSlim(1, 1);
        private IssuedTickets kept;
        private double renewAt;

        /// <param name="endpoint">The address of your endpoint.</param>
        /// <param name="headers">Returns the headers by which your server knows the user.</param>
        public UserSigClient(Uri endpoint, Func<Task<IDictionary<string, string>>> headers = null)
        {
            this.endpoint = endpoint;
            this.headers = headers;
            // A login page in place of the endpoint is a failure, not an answer.
            http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
            {
                Timeout = TimeSpan.FromSeconds(15),
                MaxResponseContentBufferSize = MaxBytes,
            };
        }

        /// <summary>Valid tickets: those in memory, or new ones. Callers at the same time share one request.</summary>
        public async Task<IssuedTickets> GetAsync()
        {
            await turn.WaitAsync();
            try
            {
                return kept != null && running.Elapsed.TotalSeconds < renewAt ? kept : await RenewAsync();
            }
            finally
            {
                turn.Release();
            }
        }

        /// <summary>New tickets: call it after the SDK reported an expired ticket.</summary>
        public async Task<IssuedTickets> RefreshAsync()
        {
            await turn.WaitAsync();
            try
            {
                return await RenewAsync();
            }
            finally
            {
                turn.Release();
            }
        }

        /// <summary>Tickets with a PrivateMapKey for a room with a number. They are new at each call.</summary>
        public Task<IssuedTickets> GetForRoomAsync(uint roomId) => FetchAsync("{\\"roomId\\":" + roomId + "}");

        /// <summary>Tickets with a PrivateMapKey for a room with a name: room "123" is another room than 123.</summary>
        public Task<IssuedTickets> GetForRoomAsync(string strRoomId) =>
            FetchAsync("{\\"strRoomId\\":\\"" + Escape(strRoomId) + "\\"}");

        /// <summary>Forgets the tickets: call it when the user logs out of your app.</summary>
        public void Forget() => kept = null;

        public void Dispose()
        {
            http.Dispose();
            turn.Dispose();
        }

        private async Task<IssuedTickets> RenewAsync()
        {
            var tickets = await FetchAsync("{}");
            // By the time that the app has run: the clock of the device may be wrong.
            renewAt = running.Elapsed.TotalSeconds + Math.Max(tickets.expire - RenewAhead, tickets.expire / 2);
            return kept = tickets;
        }

        private async Task<IssuedTickets> FetchAsync(string body)
        {
            using (var request = new HttpRequestMessage(HttpMethod.Post, endpoint))
            {
                request.Content = new StringContent(body, Encoding.UTF8, "application/json");
                if (headers != null)
                {
                    foreach (var header in await headers()) request.Headers.TryAddWithoutValidation(header.Key, header.Value);
                }
                try
                {
                    using (var response = await http.SendAsync(request))
                    {
                        return Read(response, await response.Content.ReadAsStringAsync());
                    }
                }
                catch (TaskCanceledException)
                {
                    throw new UserSigException("timeout");
                }
                catch (HttpRequestException)
                {
                    throw new UserSigException("network");
                }
            }
        }

        private static IssuedTickets Read(HttpResponseMessage response, string text)
        {
            var status = (int)response.StatusCode;
            if (response.StatusCode == HttpStatusCode.OK)
            {
                var tickets = Parse<IssuedTickets>(text);
                if (tickets != null && tickets.IsComplete) return tickets;
                throw new UserSigException("invalid_answer", status);
            }
            var code = Parse<Problem>(text)?.code;
            throw new UserSigException(string.IsNullOrEmpty(code) ? "http_" + status : code, status, response.Headers.RetryAfter?.Delta);
        }

        private static T Parse<T>(string text) where T : class
        {
            try
            {
                return JsonUtility.FromJson<T>(text);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        private static string Escape(string text)
        {
            var escaped = new StringBuilder();
            foreach (var character in text)
            {
                if (character < ' ' || character == '"' || character == '\\\\') escaped.Append("\\\\u").Append(((int)character).ToString("x4"));
                else escaped.Append(character);
            }
            return escaped.ToString();
        }

        [Serializable]
        private sealed class Problem
        {
            public string code = "";
        }
    }
}
`
}
