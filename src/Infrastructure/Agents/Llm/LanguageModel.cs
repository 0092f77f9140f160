using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;

namespace Eliza.Infrastructure.Agents.Llm;

/// <summary>The language model of the configuration: where it is, with which key, and how many may ask it at once.</summary>
/// <remarks>
/// The library neither retries (a run does that, with pauses that survive a restart) nor limits the time (a run does that
/// too) nor logs. A redirect is not followed: the key and what people said are for the configured address alone.
/// </remarks>
internal sealed class LanguageModel : IDisposable
{
    private const long MaxAnswerBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new(new BoundedAnswers(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
            ActivityHeadersPropagator = null,
        },
        MaxAnswerBytes))
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly OpenAIClient? _client;
    private readonly SemaphoreSlim _calls;

    public LanguageModel(IOptions<LlmOptions> options)
    {
        Options = options.Value;
        _calls = new SemaphoreSlim(Options.MaxConcurrentCalls);
        if (Options.Address() is { } address) _client = new OpenAIClient(Key(), Client(address));
    }

    public LlmOptions Options { get; }

    public bool IsConfigured => _client is not null;

    /// <summary>Asks the model and hands on its words as they come. It returns whether the model came to an end by itself.</summary>
    /// <param name="say">Takes the words; the answer is whether it wants more.</param>
    public async Task<bool> AskAsync(
        string model, IEnumerable<ChatMessage> messages, ChatCompletionOptions options, Func<string, bool> say, CancellationToken cancellationToken)
    {
        await _calls.WaitAsync(cancellationToken);
        try
        {
            var updates = _client!.GetChatClient(model).CompleteChatStreamingAsync(messages, options, cancellationToken);
            await foreach (var update in updates.WithCancellation(cancellationToken))
            {
                foreach (var part in update.ContentUpdate)
                {
                    if (part.Text is { } words && !say(words)) return true;
                }
                if (update.FinishReason is not null) return true;
            }
            return false;
        }
        finally
        {
            _calls.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _calls.Dispose();
    }

    /// <summary>The library does not do without a key; where there is none it is taken out again.</summary>
    private ApiKeyCredential Key() => new(string.IsNullOrEmpty(Options.ApiKey) ? "none" : Options.ApiKey);

    private OpenAIClientOptions Client(Uri address)
    {
        var client = new OpenAIClientOptions
        {
            Endpoint = address,
            Transport = new HttpClientPipelineTransport(_http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },
            EnableDistributedTracing = false,
            UserAgentApplicationId = "Eliza",
        };
        if (string.IsNullOrEmpty(Options.ApiKey)) client.AddPolicy(new WithoutKey(), PipelinePosition.BeforeTransport);
        return client;
    }

    /// <summary>For models on the operator's own machines that ask for no key.</summary>
    private sealed class WithoutKey : PipelinePolicy
    {
        public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
        {
            message.Request.Headers.Remove("Authorization");
            ProcessNext(message, pipeline, currentIndex);
        }

        public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
        {
            message.Request.Headers.Remove("Authorization");
            return ProcessNextAsync(message, pipeline, currentIndex);
        }
    }
}
