namespace Eliza.Infrastructure.Agents.Doctor;

/// <summary>What a rule does with the parts its pattern took.</summary>
internal abstract record Reassembly
{
    /// <summary>The keyword this leads on to, if any.</summary>
    public virtual string? Reference => null;

    /// <summary>Answer with a sentence.</summary>
    public sealed record Sentence(Template Template) : Reassembly;

    /// <summary>Go on with the rules of another keyword.</summary>
    public sealed record GoOn(string Keyword) : Reassembly
    {
        public override string Reference => Keyword;
    }

    /// <summary>Put other words in the line's place, then go on with the rules of another keyword.</summary>
    public sealed record Rewrite(Template Template, string Keyword) : Reassembly
    {
        public override string Reference => Keyword;
    }

    /// <summary>Give up this keyword for the next on the stack.</summary>
    public sealed record NewKey : Reassembly;
}
