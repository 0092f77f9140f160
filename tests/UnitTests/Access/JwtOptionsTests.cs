using Eliza.Application;
using Eliza.Application.Access;
using Eliza.Infrastructure;
using Eliza.Infrastructure.Access;
using Eliza.UnitTests.TestData;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace Eliza.UnitTests.Access;

public sealed class JwtOptionsTests
{
    [Theory]
    [InlineData("SigningKey", "12345678901234567890123456789012", true)]
    [InlineData("SigningKey", "1234567890123456789012345678901", false)]
    [InlineData("SigningKey", "éééééééééééééééé", true)]
    [InlineData("SigningKey", "ééééééééééééééé.", false)]
    [InlineData("SigningKey", "", false)]
    [InlineData("Authority", "https://id.example.org", true)]
    [InlineData("Authority", "https://id.example.org/realms/chat/", true)]
    [InlineData("Authority", "HTTPS://id.example.org:8443", true)]
    [InlineData("Authority", "http://localhost:8080/realms/chat", true)]
    [InlineData("Authority", "http://127.0.0.1", true)]
    [InlineData("Authority", "http://[::1]:8080", true)]
    [InlineData("Authority", "http://id.example.org", false)]
    [InlineData("Authority", "http://localhost.example.org", false)]
    [InlineData("Authority", "http://10.0.0.1", false)]
    [InlineData("Authority", "id.example.org", false)]
    [InlineData("Authority", "/realms/chat", false)]
    [InlineData("Authority", "file:///etc", false)]
    [InlineData("Authority", "ftp://localhost", false)]
    [InlineData("Authority", "https://", false)]
    [InlineData("Authority", "https://user:secret@id.example.org", false)]
    [InlineData("Authority", "https://id.example.org?tenant=1", false)]
    [InlineData("Authority", "https://id.example.org#1", false)]
    [InlineData("Authority", "", false)]
    [InlineData("Issuer", "anybody", true)]
    [InlineData("Issuer", "", false)]
    [InlineData("Audience", "chat", true)]
    [InlineData("Audience", " ", false)]
    public void Validate_WhenConfigured_NamesTheWrongSettingAndNotItsValue(string name, string value, bool valid)
    {
        var provider = Build("Production", ($"Auth:Jwt:{name}", value));

        if (valid) provider.GetRequiredService<IStartupValidator>().Validate();
        else
        {
            var failure = Should.Throw<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate()).Failures.ShouldHaveSingleItem();
            failure.ShouldStartWith($"Auth:Jwt:{name} must ");
            if (value.Trim().Length > 0) failure.ShouldNotContain(value);
        }
    }

    [Theory]
    [InlineData("https://id.example.org", "https://id.example.org/.well-known/openid-configuration")]
    [InlineData("https://id.example.org/", "https://id.example.org/.well-known/openid-configuration")]
    [InlineData(" https://ID.example.org/realms/chat/ ", "https://id.example.org/realms/chat/.well-known/openid-configuration")]
    public void DiscoveryAddress_WhenTheAuthorityHasAPath_IsBelowIt(string authority, string address) =>
        new JwtOptions { Authority = authority }.DiscoveryAddress().AbsoluteUri.ShouldBe(address);

    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    [InlineData("Staging", false)]
    public async Task SigningKey_WhenNothingIsSet_IsMadeInDevelopmentAlone(string environment, bool made)
    {
        var provider = Build(environment);
        provider.GetRequiredService<IStartupValidator>().Validate();
        var tokens = provider.GetRequiredService<IUserTokens>();

        var issued = tokens.Issue(Ids.Ada, name: null, TimeSpan.FromMinutes(1));

        issued.IsSuccess.ShouldBe(made);
        if (made) (await tokens.ReadAsync(issued.Value.Token, TestContext.Current.CancellationToken)).ShouldSucceed().Actor.ShouldBe(Ids.Ada);
    }

    [Fact]
    public void SigningKey_WhenMadeTwice_IsAnother() => KeyOf(Build("Development")).ShouldNotBeNull().ShouldNotBe(KeyOf(Build("Development")));

    [Theory]
    [InlineData("Auth:Jwt:SigningKey", TokenBuilder.Secret, TokenBuilder.Secret)]
    [InlineData("Auth:Jwt:Authority", "https://id.example.org", null)]
    public void SigningKey_WhenSomethingIsSetInDevelopment_IsNotMade(string name, string value, string? key) =>
        KeyOf(Build("Development", (name, value))).ShouldBe(key);

    private static string? KeyOf(ServiceProvider provider) => provider.GetRequiredService<IOptions<AuthOptions>>().Value.Jwt.SigningKey;

    private static ServiceProvider Build(string environment, params (string Name, string Value)[] settings) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(set => KeyValuePair.Create(set.Name, (string?)set.Value))).Build())
        .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment })
        .AddApplication(autoMapperLicenseKey: null).AddInfrastructure(new ConfigurationBuilder().Build()).BuildServiceProvider();
}
