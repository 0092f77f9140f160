using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Eliza.WebApi.Input;

/// <summary>
/// An id in a path is what the client wrote, blanks included: it names nothing, which is 404. Left to itself the
/// framework would take a blank for a missing value. In a query, a parameter left empty is one left out.
/// </summary>
internal sealed class PathValuesAsWritten : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context) =>
        context.DisplayMetadata.ConvertEmptyStringToNull = context.Attributes.OfType<FromQueryAttribute>().Any();
}
