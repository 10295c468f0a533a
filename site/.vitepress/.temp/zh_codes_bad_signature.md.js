import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"bad_signature","description":"签名不对：签发时用了另一个密钥. 确认签发方使用的正是这个 SDKAppID 的 SDKSecretKey。","frontmatter":{"title":"bad_signature","description":"签名不对：签发时用了另一个密钥. 确认签发方使用的正是这个 SDKAppID 的 SDKSecretKey。","code":"bad_signature","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/bad_signature.md","filePath":"zh/codes/bad_signature.md"}');
const _sfc_main = { name: "zh/codes/bad_signature.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="bad_signature" tabindex="-1">bad_signature <a class="header-anchor" href="#bad_signature" aria-label="Permalink to &quot;bad\\_signature&quot;">​</a></h1><p><a href="/usersig/codes/bad_signature.html">English</a> · <strong>中文</strong></p><h2 id="签发时拒绝参数或校验时拒绝票据" tabindex="-1">签发时拒绝参数，或校验时拒绝票据 <a class="header-anchor" href="#签发时拒绝参数或校验时拒绝票据" aria-label="Permalink to &quot;签发时拒绝参数，或校验时拒绝票据&quot;">​</a></h2><p>签名不对：签发时用了另一个密钥</p><p><strong>处理办法:</strong> 确认签发方使用的正是这个 SDKAppID 的 SDKSecretKey。</p><p>腾讯云服务端对此返回 <a href="./70009.html">70009</a>。</p><p><a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/bad_signature.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const bad_signature = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  bad_signature as default
};
