using Microsoft.Playwright;

namespace Eliza.FunctionalTests.Browser;

/// <summary>A page of the history that the server has given and the browser does not get before it is released.</summary>
internal sealed class HeldPage
{
    private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the server has given it: what is said from now on is not in it.</summary>
    public Task IsRead => _read.Task;

    /// <summary>Holds the next page that this tab asks for.</summary>
    public static async Task<HeldPage> OfAsync(ChatTab tab)
    {
        var page = new HeldPage();
        await tab.Page.RouteAsync("**/messages?limit=*", page.HoldAsync, new() { Times = 1 });
        return page;
    }

    public void Release() => _released.SetResult();

    private async Task HoldAsync(IRoute route)
    {
        var answer = await route.FetchAsync();
        _read.SetResult();
        await _released.Task;
        await route.FulfillAsync(new() { Response = answer });
    }
}
