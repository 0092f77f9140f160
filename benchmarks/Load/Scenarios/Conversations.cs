using Microsoft.Data.Sqlite;

namespace Eliza.Benchmarks.Load.Scenarios;

/// <summary>Whether in each channel every question is followed by its answer, and that by the next question.</summary>
internal sealed record Conversations(int Questions, int Answers, bool AreInOrder)
{
    private const string All = "SELECT \"ChannelId\", \"AuthorKind\", \"Id\", \"InReplyTo\" FROM \"Messages\" ORDER BY \"ChannelId\", \"Stamp\"";

    public override string ToString() => $"{(AreInOrder ? "yes" : "NO")} ({Questions} questions, {Answers} answers)";

    public static Conversations Check(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = All;
        using var reader = command.ExecuteReader();
        var (questions, answers, areInOrder) = (0, 0, true);
        (string Channel, string Id)? open = null;
        while (reader.Read())
        {
            var channel = reader.GetString(0);
            if (reader.GetInt32(1) == 0)
            {
                questions++;
                areInOrder &= open is null;
                open = (channel, reader.GetString(2));
            }
            else
            {
                answers++;
                areInOrder &= !reader.IsDBNull(3) && open == (channel, reader.GetString(3));
                open = null;
            }
        }
        return new Conversations(questions, answers, areInOrder && open is null);
    }
}
