namespace Eliza.Domain.Jobs;

/// <summary>The questions that were put to agents.</summary>
public interface IJobRepository
{
    void Add(Job job);
}
