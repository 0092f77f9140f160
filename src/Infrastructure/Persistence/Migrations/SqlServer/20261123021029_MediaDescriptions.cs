using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Eliza.Infrastructure.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class MediaDescriptions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "MediaFiles",
                type: "nvarchar(max)",
                nullable: true,
                collation: "Latin1_General_100_BIN2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Description",
                table: "MediaFiles");
        }
    }
}
