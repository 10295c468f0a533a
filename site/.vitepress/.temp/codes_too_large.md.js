import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"too_large","description":"the ticket has more than 4096 characters, or unpacks to more than 2048 bytes. Pass the ticket alone, as it was issued.","frontmatter":{"title":"too_large","description":"the ticket has more than 4096 characters, or unpacks to more than 2048 bytes. Pass the ticket alone, as it was issued.","code":"too_large","prev":false,"next":false},"headers":[],"relativePath":"codes/too_large.md","filePath":"codes/too_large.md"}');
const _sfc_main = { name: "codes/too_large.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="too_large" tabindex="-1">too_large <a class="header-anchor" href="#too_large" aria-label="Permalink to &quot;too\\_large&quot;">​</a></h1><p><strong>English</strong> · <a href="/usersig/zh/codes/too_large.html">中文</a></p><h2 id="a-signer-refuses-an-input-or-a-verifier-a-ticket" tabindex="-1">A signer refuses an input, or a verifier a ticket <a class="header-anchor" href="#a-signer-refuses-an-input-or-a-verifier-a-ticket" aria-label="Permalink to &quot;A signer refuses an input, or a verifier a ticket&quot;">​</a></h2><p>the ticket has more than 4096 characters, or unpacks to more than 2048 bytes</p><p><strong>What to do:</strong> Pass the ticket alone, as it was issued.</p><p>Tencent&#39;s servers say <a href="./70003.html">70003</a> to the same.</p><p><a href="/usersig/codes/">All codes</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("codes/too_large.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const too_large = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  too_large as default
};
