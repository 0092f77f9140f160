using Eliza.FunctionalTests.Fixtures;

namespace Eliza.FunctionalTests.Lifecycle;

[Trait("Database", "Sqlite")]
public sealed class FirstStartTests
{
    private const string Refusal = "Eliza cannot start: ";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Fact]
    public async Task FirstStart_WithoutAnySetting_MakesDataAndPrintsTheKeyOnce()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "data", "bootstrap-api-key");
        string key;
        await using (var server = await ServerProcess.StartAsync(folder.Path))
        {
            key = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim();
            key.ShouldMatch("^eliza_service_[0-9A-Za-z]{46}$");
            if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(Path.GetDirectoryName(file)!).ShouldBe(OwnerOnly | UnixFileMode.UserExecute);
            if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(OwnerOnly);
            (await server.CreateApi(key).GetAsync("/api/agents")).ShouldBe(200);
            (await server.TerminateAsync()).ShouldBe(0);
            var lines = server.Output.Split('\n');
            lines.ShouldContain($"Open {server.Address}#key={key}");
            lines.Count(line => line.Contains(key)).ShouldBe(2, "the key and the link with it are printed once");
        }

        await using var second = await ServerProcess.StartAsync(folder.Path);
        (await second.CreateApi(key).GetAsync("/api/agents")).ShouldBe(200);
        second.Output.ShouldNotContain(key);
        second.Output.ShouldNotContain("#key=");
    }

    [Fact]
    public async Task Start_WhenTheKeyFileIsGone_KeepsTheKeyThatTheDatabaseKnows()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "data", "bootstrap-api-key");
        await (await ServerProcess.StartAsync(folder.Path)).DisposeAsync();
        var key = (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim();
        File.Delete(file);

        await using var server = await ServerProcess.StartAsync(folder.Path);

        (await server.CreateApi(key).GetAsync("/api/agents")).ShouldBe(200);
        server.Output.ShouldNotContain("API key");
        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task Start_WithAConfiguredKey_TakesItInPlaceOfTheFormerOne()
    {
        using var folder = new TemporaryFolder();
        await (await ServerProcess.StartAsync(folder.Path)).DisposeAsync();
        var former = (await File.ReadAllTextAsync(Path.Combine(folder.Path, "data", "bootstrap-api-key"), TestContext.Current.CancellationToken)).Trim();
        var configured = new string('k', 32);

        await using var server = await ServerProcess.StartAsync(folder.Path, new Dictionary<string, string> { ["Auth__BootstrapApiKey"] = configured });

        (await server.CreateApi(configured).GetAsync("/api/agents")).ShouldBe(200);
        (await server.CreateApi(former).GetAsync("/api/agents")).ShouldBeError(401, "AUTHENTICATION_FAILED");
    }

    [Theory]
    [InlineData("Database__Provider", "Oracle", "Database:Provider")]
    [InlineData("Database__CommandTimeoutSeconds", "0", "Database:CommandTimeoutSeconds")]
    [InlineData("Auth__BootstrapApiKey", "too-short", "Auth:BootstrapApiKey must be at least 32 visible ASCII characters")]
    [InlineData("Auth__BootstrapApiKey", "a-key-of-32-characters-and-more ", "Auth:BootstrapApiKey must be at least 32 visible ASCII characters")]
    [InlineData("Auth__BootstrapApiKey", "ein-schlüssel-von-mehr-als-32-zeichen", "Auth:BootstrapApiKey must be at least 32 visible ASCII characters")]
    [InlineData("Auth__Jwt__SigningKey", "a-key-of-31-bytes-is-one-short.", "Auth:Jwt:SigningKey must be at least 32 bytes long, in UTF-8")]
    [InlineData("Auth__Jwt__Authority", "id.example.org", "Auth:Jwt:Authority must be an https address")]
    [InlineData("Auth__Jwt__Authority", "http://id.example.org", "Auth:Jwt:Authority must be an https address")]
    [InlineData("Auth__Jwt__Issuer", " ", "Auth:Jwt:Issuer must not be blank")]
    [InlineData("Auth__Jwt__Audience", " ", "Auth:Jwt:Audience must not be blank")]
    [InlineData("ConnectionStrings__Eliza", "nonsense", "ConnectionStrings:Eliza must be a SQLite connection string with a Data Source")]
    [InlineData("ConnectionStrings__Eliza", "Data Source=:memory:", "ConnectionStrings:Eliza must be a SQLite connection string with a Data Source")]
    [InlineData("ConnectionStrings__Eliza", "", "ConnectionStrings:Eliza must be a SQLite connection string with a Data Source")]
    [InlineData("ConnectionStrings__Eliza", "Mode=ReadWriteCreate", "ConnectionStrings:Eliza must be a SQLite connection string with a Data Source")]
    [InlineData("ConnectionStrings__Eliza", "Data Source=data/", "ConnectionStrings:Eliza must be a SQLite connection string with a Data Source")]
    [InlineData("ConnectionStrings__Eliza", "Data Source=data/eliza.db;Mode=Fast", "ConnectionStrings:Eliza must be a SQLite connection string with a Data Source")]
    [InlineData("ConnectionStrings__Eliza", "Data Source=data/eliza.db;Default Timeout=soon", "ConnectionStrings:Eliza must be a SQLite connection string with a Data Source")]
    [InlineData("Agents__MaxConcurrentRuns", "-1", "Agents:MaxConcurrentRuns")]
    [InlineData("Agents__ReplyTimeoutSeconds", "soon", "Agents:ReplyTimeoutSeconds")]
    [InlineData("Agents__WebhookReplySeconds", "3601", "Agents:WebhookReplySeconds must be from 1 to 3600")]
    [InlineData("Agents__AllowPrivateAddresses", "perhaps", "Agents:AllowPrivateAddresses")]
    [InlineData("Llm__Endpoint", "api.example.com/v1", "Llm:Endpoint must be an http or https address")]
    [InlineData("Llm__Endpoint", "https://user:pass@api.example.com/v1", "Llm:Endpoint must be an http or https address")]
    [InlineData("Llm__ApiKey", "a key with blanks", "Llm:ApiKey must be visible ASCII characters")]
    [InlineData("Llm__Model", " ", "Llm:Model must be")]
    [InlineData("Llm__MaxTokens", "0", "Llm:MaxTokens must be from 1 to 128000")]
    [InlineData("Llm__MaxConcurrentCalls", "-1", "Llm:MaxConcurrentCalls must be from 1 to 1000")]
    [InlineData("Cors__AllowedOrigins", "https://app.example.com/", "Cors:AllowedOrigins must be origins")]
    [InlineData("Cors__AllowedOrigins__0", "app.example.com", "Cors:AllowedOrigins must be origins")]
    [InlineData("Logging__LogLevel__Default", "Verbose", "Verbose")]
    [InlineData("RateLimiting__UserPerMinute", "0", "RateLimiting:UserPerMinute must be from 1 to 1000000")]
    [InlineData("RateLimiting__AgentPerMinute", "1000001", "RateLimiting:AgentPerMinute must be from 1 to 1000000")]
    [InlineData("RateLimiting__ServicePerMinute", "-1", "RateLimiting:ServicePerMinute must be from 1 to 1000000")]
    [InlineData("RateLimiting__IpPerHour", "0", "RateLimiting:IpPerHour must be from 1 to 1000000")]
    [InlineData("RateLimiting__IpPerHour", "many", "RateLimiting:IpPerHour")]
    [InlineData("RateLimiting__Enabled", "perhaps", "RateLimiting:Enabled")]
    [InlineData("RateLimiting__Shared", "perhaps", "RateLimiting:Shared")]
    [InlineData("RateLimiting__Shared", "true", "RateLimiting:Shared needs a database server")]
    [InlineData("RateLimiting__TrustedProxies", "10.0.0.1, proxy.example", "RateLimiting:TrustedProxies must be addresses or networks")]
    [InlineData("RateLimiting__TrustedProxies__0", "10.0.0.0/33", "RateLimiting:TrustedProxies must be addresses or networks")]
    [InlineData("Realtime__PingIntervalSeconds", "0", "Realtime:PingIntervalSeconds must be from 1 to 300")]
    [InlineData("Realtime__PingTimeoutSeconds", "301", "Realtime:PingTimeoutSeconds must be from 1 to 300")]
    [InlineData("Realtime__ConnectTimeoutSeconds", "-1", "Realtime:ConnectTimeoutSeconds must be from 1 to 300")]
    [InlineData("Realtime__MaxPayloadBytes", "9999", "Realtime:MaxPayloadBytes must be from 10000 to 10000000")]
    [InlineData("Realtime__MaxConnections", "0", "Realtime:MaxConnections must be from 1 to 1000000")]
    [InlineData("Realtime__MaxConnectionsPerCaller", "many", "Realtime:MaxConnectionsPerCaller")]
    [InlineData("Shutdown__DrainSeconds", "-1", "Shutdown:DrainSeconds must be from 0 to 600")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address")]
    [InlineData("Shutdown__TimeoutSeconds", "0", "Shutdown:TimeoutSeconds must be from 1 to 600")]
    public async Task Start_WithAWrongSetting_RefusesAndSaysWhichOne(string name, string value, string named)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string> { [name] = value });

        exitCode.ShouldBe(1);
        ReasonIn(output).ShouldContain(named);
        Directory.Exists(Path.Combine(folder.Path, "data")).ShouldBeFalse("nothing is made before the settings are right");
    }

    [Fact]
    public async Task Start_WhenTheAddressIsTaken_RefusesAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        using var other = new TemporaryFolder();
        await using var server = await ServerProcess.StartAsync(folder.Path);

        var (exitCode, output) = await ServerProcess.RunAsync(other.Path, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = server.Address.ToString() });

        exitCode.ShouldBe(1);
        output.ShouldMatch("Eliza cannot start: .*in use.*--urls");
        output.ShouldContain("eliza_service_", customMessage: "the new key is shown although the server does not listen");
        output.ShouldNotContain("BackgroundService failed");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://localhost:99999")]
    public async Task Start_WithAWrongAddress_RefusesAndSaysWhichSetting(string address)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string> { ["ASPNETCORE_URLS"] = address });

        exitCode.ShouldBe(1);
        output.ShouldMatch("Eliza cannot start: .*ASPNETCORE_URLS");
    }

    [Theory]
    [InlineData("Carrier pigeon", null, "Bus:Provider")]
    [InlineData("7", null, "Bus:Provider")]
    [InlineData("RabbitMq", null, "Bus:RabbitMq:Uri")]
    [InlineData("RabbitMq", "https://user:s3cret@broker", "Bus:RabbitMq:Uri")]
    public async Task Start_WithAWrongBus_RefusesAndSaysWhichSetting(string provider, string? uri, string key)
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string> { ["Bus__Provider"] = provider };
        if (uri is not null) settings["Bus__RabbitMq__Uri"] = uri;

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, settings);

        exitCode.ShouldBe(1);
        output.ShouldMatch($"Eliza cannot start: .*{key}");
        if (provider == "Carrier pigeon") output.ShouldEndWith("It is one of InProcess, RabbitMq.");
        output.ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("--url", "http://localhost:3101")]
    [InlineData("--prob")]
    [InlineData("--migrat")]
    [InlineData("--migrate", "--verbose=true")]
    public async Task Start_WithAnOptionThatThereIsNot_IsRefused(params string[] arguments)
    {
        using var folder = new TemporaryFolder();

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string>(), arguments);

        exitCode.ShouldBe(1);
        output.ShouldStartWith($"Eliza cannot start: there is no option {arguments.First(argument => argument != "--migrate").Split('=')[0]};");
        Directory.GetFileSystemEntries(folder.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SqlServer", "Server=tcp:127.0.0.1,1;Database=eliza;User Id=eliza;Password=s3cret;Connect Timeout=1;ConnectRetryCount=0")]
    [InlineData("PostgreSql", "Host=127.0.0.1;Port=1;Database=eliza;Username=eliza;Password=s3cret;Timeout=1")]
    public async Task Start_WhenTheDatabaseServerIsNotThere_RefusesAndSaysSo(string provider, string connectionString)
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string> { ["Database__Provider"] = provider, ["ConnectionStrings__Eliza"] = connectionString };

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, settings);

        exitCode.ShouldBe(1);
        output.ShouldStartWith("Eliza cannot start: the database cannot be used: ");
        output.ShouldNotContain("   at ");
        output.ShouldNotContain("s3cret");
    }

    [Theory]
    [InlineData("SqlServer", "Server=localhost;Hots=x;Password=s3cret")]
    [InlineData("PostgreSql", "Hots=localhost;Password=s3cret")]
    [InlineData("PostgreSql", "Host=localhost;Port=many;Password=s3cret")]
    public async Task Start_WithAMisspelledConnectionString_RefusesAndSaysWhichSetting(string provider, string connectionString)
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string> { ["Database__Provider"] = provider, ["ConnectionStrings__Eliza"] = connectionString };

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, settings, "--migrate");

        exitCode.ShouldBe(1);
        output.ShouldStartWith("Eliza cannot start: ConnectionStrings:Eliza has a word, or a value, that the client of");
        output.ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task Start_OverSqlServerWithoutTheRulesOfCultures_SaysWhatItNeeds()
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string>
        {
            ["Database__Provider"] = "SqlServer",
            ["ConnectionStrings__Eliza"] = "Server=tcp:127.0.0.1,1;Database=eliza;User Id=eliza;Password=s3cret;Connect Timeout=1",
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
        };

        (await ServerProcess.RunAsync(folder.Path, settings)).ShouldBe(
            (1, "Eliza cannot start: the client of SQL Server needs ICU: install it, and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"));
    }

    [Fact]
    public async Task Start_WhenTheDatabaseIsNoDatabase_RefusesAndSaysSo()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "broken.db"), new string('x', 5000), TestContext.Current.CancellationToken);

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string> { ["ConnectionStrings__Eliza"] = "Data Source=broken.db" });

        exitCode.ShouldBe(1);
        ReasonIn(output).ShouldContain("the database cannot be used");
    }

    [Fact]
    public async Task Start_WhenTheDataFolderIsAFile_RefusesAndNamesIt()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "data");
        await File.WriteAllTextAsync(file, "not a folder", TestContext.Current.CancellationToken);

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string>());

        exitCode.ShouldBe(1);
        ReasonIn(output).ShouldContain(file);
    }

    [Fact]
    public async Task Start_WhenTheKeyFileHoldsNoKey_RefusesAndNamesItBeforeAnythingIsMade()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "data", "bootstrap-api-key");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "short", TestContext.Current.CancellationToken);

        var (exitCode, output) = await ServerProcess.RunAsync(folder.Path, new Dictionary<string, string>());

        exitCode.ShouldBe(1);
        ReasonIn(output).ShouldBe($"the key in {file} must be at least 32 visible ASCII characters");
        Directory.GetFiles(Path.GetDirectoryName(file)!).ShouldBe([file]);
    }

    /// <summary>All that an operator is told: one line.</summary>
    private static string ReasonIn(string output)
    {
        var line = output.Trim().Split('\n').ShouldHaveSingleItem();
        line.ShouldStartWith(Refusal);
        return line[Refusal.Length..];
    }
}
