using Microsoft.EntityFrameworkCore;

namespace Eliza.Benchmarks.Baselines.Naive;

/// <summary>Messages and the answers to the requests that posted them.</summary>
internal sealed class NaiveContext(DbContextOptions<NaiveContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var messages = modelBuilder.Entity<StoredMessage>();
        messages.ToTable("Messages").HasKey(message => message.Sequence);
        messages.HasIndex(message => message.Id).IsUnique();
        messages.HasIndex(message => new { message.ChannelId, message.Stamp });

        var answers = modelBuilder.Entity<StoredAnswer>();
        answers.ToTable("StoredAnswers").HasKey(answer => answer.Id);
        answers.HasIndex(answer => answer.ExpiresAt);
        answers.HasIndex(answer => answer.MessageId);
    }
}
