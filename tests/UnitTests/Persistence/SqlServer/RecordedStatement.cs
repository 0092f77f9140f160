using Microsoft.Data.SqlClient;

namespace Eliza.UnitTests.Persistence.SqlServer;

/// <summary>What would have been sent to the server.</summary>
internal sealed record RecordedStatement(string Text, IReadOnlyList<SqlParameter> Parameters);
