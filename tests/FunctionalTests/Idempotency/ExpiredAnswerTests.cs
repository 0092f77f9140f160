using Eliza.Application.Idempotency.ForgetAnswers;
using Eliza.FunctionalTests.Fixtures;
using Eliza.UnitTests.TestData;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Eliza.FunctionalTests.Idempotency;

/// <summary>A key holds for 24 hours, by the server's clock.</summary>
public sealed class ExpiredAnswerTests(ExpiredAnswerTests.Factory factory) : IClassFixture<ExpiredAnswerTests.Factory>
{
    [Fact]
    public async Task Key_OfYesterday_IsFreeAgainAndItsAnswerIsForgotten()
    {
        var channel = await factory.Api.CreateChannelAsync("yesterday");
        var body = new { channel_id = channel, author_id = "ada", content = "Hello", messageId = "daily" };
        (await SubmitAsync(body)).WasReplayed.ShouldBeFalse();

        factory.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        (await SubmitAsync(body)).WasReplayed.ShouldBeTrue();

        factory.Time.Advance(TimeSpan.FromMilliseconds(1));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SubmitAsync(body)));
        answers.Count(answer => !answer.WasReplayed).ShouldBe(1, "Of many at once, one takes the place of the expired answer.");
        (await factory.Api.HistoryAsync(channel)).Count.ShouldBe(2);

        factory.Time.Advance(TimeSpan.FromHours(25));
        await using var scope = factory.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ForgetAnswersCommand(100), TestContext.Current.CancellationToken)).IsSuccess.ShouldBeTrue();
        (await factory.QueryAsync(db => db.StoredAnswers.CountAsync())).ShouldBe(0);
    }

    private async Task<Answer> SubmitAsync(object body) => (await factory.Api.PostAsync("/api/messaging/submit", body)).ShouldBe(201);

    public sealed class Factory : ApiFactory
    {
        internal ManualTimeProvider Time => (ManualTimeProvider)Services.GetRequiredService<TimeProvider>();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new ManualTimeProvider()));
        }
    }
}
