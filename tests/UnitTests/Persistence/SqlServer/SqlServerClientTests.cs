using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.Data.SqlClient;

namespace Eliza.UnitTests.Persistence.SqlServer;

/// <summary>
/// The client of SQL Server binds to an assembly of types for user-defined functions. Not every registry has its package, so the repository has
/// those few types itself; the client has to take them for the ones that it was built with.
/// </summary>
public sealed class SqlServerClientTests
{
    private const string Types = "Microsoft.SqlServer.Server";

    [Fact]
    public void Types_OfUserDefinedFunctions_AreFoundByTheNameThatTheClientRefersTo()
    {
        var referred = typeof(SqlConnection).Assembly.GetReferencedAssemblies().Single(name => name.Name == Types);

        var found = Assembly.Load(referred);

        foreach (var name in new[] { "Format", "IBinarySerialize", "InvalidUdtException", "SqlUserDefinedTypeAttribute" })
            found.GetType($"{Types}.{name}", throwOnError: true)!.IsPublic.ShouldBeTrue();
    }

    /// <summary>Compiling a method binds what it uses.</summary>
    [Fact]
    public void Client_InAllThatItsCommandsDo_BindsToThem() => Unbound(typeof(SqlConnection).Assembly).ShouldBeEmpty();

    [Fact]
    public void Client_WithoutThem_CannotEvenBeLookedAt() => Should.Throw<ReflectionTypeLoadException>(
        () => new WithoutTypes().LoadFromAssemblyPath(typeof(SqlConnection).Assembly.Location).GetTypes()).Message.ShouldContain(Types);

    /// <summary>The methods that cannot be compiled for want of the types.</summary>
    private static List<string> Unbound(Assembly client)
    {
        var unbound = new List<string>();
        foreach (var type in client.GetTypes().Where(type => !type.ContainsGenericParameters && IsOfCommands(type)))
        {
            foreach (var method in type.GetMembers(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static).OfType<MethodBase>())
            {
                if (method.IsAbstract || method.ContainsGenericParameters || method.GetMethodBody() is null) continue;
                try
                {
                    RuntimeHelpers.PrepareMethod(method.MethodHandle);
                }
                catch (Exception exception) when (exception is FileNotFoundException or FileLoadException or TypeLoadException or MissingMemberException)
                {
                    unbound.Add($"{type.Name}.{method.Name}: {exception.Message}");
                }
            }
        }
        return unbound;
    }

    private static bool IsOfCommands(Type type) => type.Name.StartsWith("TdsParser", StringComparison.Ordinal) || type.Name.Contains("Serialize", StringComparison.Ordinal)
        || type.Name is "SqlCommand" or "SqlParameter" or "MetaType" || type.Name.Contains("SerializationHelper", StringComparison.Ordinal);

    private sealed class WithoutTypes() : AssemblyLoadContext(isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == Types ? throw new FileNotFoundException("It is not here.", Types) : null;
    }
}
