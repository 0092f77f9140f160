using System.Net.Http.Json;

namespace Eliza.FunctionalTests.Fixtures;

/// <summary>Changes of a part of something.</summary>
public static class Patches
{
    public static Task<Answer> PatchAsync(this Api api, string path, object body) => api.SendAsync(HttpMethod.Patch, path, JsonContent.Create(body));

    /// <summary>Sends a body just as it is written.</summary>
    public static Task<Answer> PatchRawAsync(this Api api, string path, string body) =>
        api.SendAsync(HttpMethod.Patch, path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
}
