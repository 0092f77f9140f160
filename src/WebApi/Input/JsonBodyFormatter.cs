using System.Buffers;
using System.Text.Json;
using Eliza.Application.Common;
using Eliza.Domain.Common;
using Eliza.WebApi.Errors;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;

namespace Eliza.WebApi.Input;

/// <summary>
/// Reads every request's body. It never answers by itself: what is wrong is noted in <see cref="RequestInput"/> and goes
/// down the pipeline with an empty request, behind authentication and rate limits.
/// </summary>
internal sealed class JsonBodyFormatter : IInputFormatter
{
    public bool CanRead(InputFormatterContext context) => true;

    public async Task<InputFormatterResult> ReadAsync(InputFormatterContext context)
    {
        var services = context.HttpContext.RequestServices;
        var input = services.GetRequiredService<RequestInput>();
        var reader = new JsonBodyReader(input, services.GetRequiredService<FieldSpellings>());

        var body = await ReadBodyAsync(context.HttpContext);
        if (body.Error == TransportErrors.MissingBody && context.TreatEmptyInputAsDefaultValue)
            return await InputFormatterResult.SuccessAsync(Activator.CreateInstance(context.ModelType)!);

        using var document = body.Error is null ? StrictJson.Parse(body.Value, out var error) : Fail(body.Error, out error);
        input.Unreadable = error;
        return await InputFormatterResult.SuccessAsync(
            document is null ? Activator.CreateInstance(context.ModelType)! : reader.Read(document.RootElement, context.ModelType));
    }

    private static async Task<Result<ReadOnlyMemory<byte>>> ReadBodyAsync(HttpContext context)
    {
        // The middleware takes the header away with the coding that it undoes.
        var coding = context.Request.Headers.ContentEncoding.ToString();
        if (coding.Length > 0 && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)) return TransportErrors.UnknownCoding;
        var reader = context.Request.BodyReader;
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(context.RequestAborted);
                if (read.Buffer.Length > TransportErrors.MaxBodyBytes) return TransportErrors.TooLarge;
                if (read.IsCompleted)
                {
                    var body = read.Buffer.ToArray();
                    reader.AdvanceTo(read.Buffer.End);
                    if (body.Length == 0) return TransportErrors.MissingBody;
                    return IsJson(context.Request) ? new ReadOnlyMemory<byte>(body) : TransportErrors.NotJson;
                }
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? TransportErrors.TooLarge : TransportErrors.Incomplete;
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // What the web server says of a chunk size that no number holds.
            return TransportErrors.Incomplete;
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // What gzip and deflate throw at corrupt data, and what Brotli does.
            return TransportErrors.Corrupt;
        }
    }

    private static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static JsonDocument? Fail(Error reason, out Error? error)
    {
        error = reason;
        return null;
    }
}
