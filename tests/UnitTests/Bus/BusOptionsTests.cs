using Eliza.Infrastructure.Bus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.UnitTests.Bus;

public sealed class BusOptionsTests
{
    [Theory]
    [InlineData("amqp://localhost", true)]
    [InlineData("amqp://user:pass%2Fword@broker.example:5673/eliza", true)]
    [InlineData("amqps://user:password@broker.example", true)]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("localhost", false)]
    [InlineData("http://localhost", false)]
    [InlineData("amqp://", false)]
    [InlineData("amqp://host/one/two", false)]
    [InlineData("amqp://host?x=1", false)]
    [InlineData("amqp://a:b:c@host", false)]
    public void Uri_OfABroker_IsAnAmqpAddress(string? uri, bool isAllowed)
    {
        Of(BusProvider.RabbitMq, uri).IsUriAllowed.ShouldBe(isAllowed);
        Of(BusProvider.InProcess, uri).IsUriAllowed.ShouldBeTrue();
    }

    [Theory]
    [InlineData("eliza.hints", true)]
    [InlineData("", false)]
    [InlineData("amq.fanout", false)]
    [InlineData("with space", false)]
    public void Exchange_OfAnInstallation_IsANameOfItsOwn(string exchange, bool isAllowed)
    {
        var options = Of(BusProvider.RabbitMq, "amqp://localhost");
        options.RabbitMq.Exchange = exchange;

        options.IsExchangeAllowed.ShouldBe(isAllowed);
    }

    [Fact]
    public void Endpoint_OfTheBroker_NamesNoPassword()
    {
        var options = Of(BusProvider.RabbitMq, "amqps://user:password@broker.example/eliza").RabbitMq;

        options.Endpoint.ShouldBe("broker.example:5671");
        $"{options}".ShouldNotContain("password");
        options.Factory().ShouldSatisfyAllConditions(
            factory => factory.Password.ShouldBe("password"),
            factory => factory.Ssl.Enabled.ShouldBeTrue(),
            factory => factory.Ssl.ServerName.ShouldBe("broker.example"),
            factory => factory.Ssl.AcceptablePolicyErrors.ShouldBe(System.Net.Security.SslPolicyErrors.None));
    }

    [Theory]
    [InlineData("RabbitMq", true)]
    [InlineData("rabbitmq", true)]
    [InlineData("1", true)]
    [InlineData("InProcess", false)]
    [InlineData(null, false)]
    public void Probe_OfTheBroker_IsThereWhereThereIsOne(string? provider, bool isThere)
    {
        var services = new ServiceCollection();
        services.AddBus(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Bus:Provider", provider)]).Build());

        services.Any(service => service.ImplementationType == typeof(BusProbe)).ShouldBe(isThere);
    }

    private static BusOptions Of(BusProvider provider, string? uri) => new() { Provider = provider, RabbitMq = new RabbitMqOptions { Uri = uri } };
}
